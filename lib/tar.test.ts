import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { type TarFile, tar } from "./tar";

const at = new Date("2026-03-03T12:00:00Z");

async function* filesOf(contents: Record<string, string>): AsyncIterable<TarFile> {
  for (const [name, text] of Object.entries(contents)) {
    const bytes = Buffer.from(text);
    yield { name, size: bytes.length, content: oneChunk(bytes) };
  }
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* oneChunk(bytes: Uint8Array) {
  yield bytes;
}

test("the system's tar gives back every file as it was, empty and block-sized ones too", async () => {
  const contents = { "trail/a.txt": "Señales", "trail/empty.txt": "", "trail/block.txt": "x".repeat(512) };
  const archive = await collected(tar(filesOf(contents), at));
  const folder = mkdtempSync(path.join(tmpdir(), "tar-"));
  writeFileSync(path.join(folder, "all.tar"), archive);
  execFileSync("tar", ["-xf", "all.tar"], { cwd: folder });
  const read = Object.keys(contents).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]);
  rmSync(folder, { recursive: true });
  expect(Object.fromEntries(read)).toEqual(contents);
});

test("a name that could lead elsewhere or is too long is a bug", async () => {
  await expect(collected(tar(filesOf({ ["a".repeat(101)]: "" }), at))).rejects.toThrow("plain");
  await expect(collected(tar(filesOf({ "a b": "" }), at))).rejects.toThrow("plain");
});
