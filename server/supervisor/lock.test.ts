import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockHolder, takeLock } from "./lock";

const folder = mkdtempSync(path.join(tmpdir(), "candor-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("of many who want a lock at once exactly one gets it", async () => {
  const file = path.join(folder, "many");
  const locks = await Promise.all(Array.from({ length: 20 }, () => takeLock(file)));
  const won = locks.filter((lock) => "release" in lock);
  expect(won).toHaveLength(1);
  expect(await lockHolder(file)).toBe(process.pid);
  for (const lock of won) lock.release();
  expect(await lockHolder(file)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock left behind by a process that is gone is taken over", async () => {
  const file = path.join(folder, "gone");
  const { pid } = spawnSync("true");
  writeFileSync(file, `${pid} 12345\n`);
  expect(await takeLock(file)).toHaveProperty("release");
});

test("a process that was merely given the same number later does not hold the lock", async () => {
  const file = path.join(folder, "reused");
  writeFileSync(file, `${process.pid} 1\n`);
  const lock = await takeLock(file);
  expect(lock).toHaveProperty("release");
  expect(readFileSync(file, "utf8")).not.toBe(`${process.pid} 1\n`);
});
