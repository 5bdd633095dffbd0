import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Refused } from "@/lib/errors";
import { viewPatient } from "@/lib/patients/view-patient";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePatient, makePractice, trailOf } from "@/test/factories";
import { verifyBundle } from "@/verifier/trail/verify-bundle";
import { bundleFolder } from "./bundle-folder";
import { trailArchive } from "./trail-archive";

await testDatabase();

const folder = mkdtempSync(path.join(tmpdir(), "archive-"));
const { TMPDIR: temporary } = process.env;
const verifyPage = path.join(folder, "verify.html");
let made: MadePractice;

beforeAll(async () => {
  // So that nobody else's temporary copies are counted.
  process.env.TMPDIR = folder;
  writeFileSync(verifyPage, "<!doctype html><title>verifier</title>");
  made = await makePractice();
  const { patient } = await makePatient(made);
  await viewPatient(made.owner, { patientId: patient.id });
});
afterAll(() => {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  rmSync(folder, { recursive: true });
});

const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith("candor-trail-"));

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test("the downloaded file unpacks into a trail that verifies, signed up to the entry of taking it", async () => {
  const before = copies();
  writeFileSync(
    path.join(folder, "trail.tar"),
    await collected(await trailArchive(made.auditor, new Date(), verifyPage)),
  );
  mkdirSync(path.join(folder, "out"));
  execFileSync("tar", ["-xf", "../trail.tar"], { cwd: path.join(folder, "out") });
  const unpacked = path.join(folder, "out", "trail");
  expect(readdirSync(unpacked)).toContain("verify.html");
  // Viewed, taken along, a key made, and signed: a new practice's first download has a checkpoint and its key.
  expect(await verifyBundle(bundleFolder(unpacked))).toMatchObject({
    ok: true,
    size: 4,
    checkpointsChecked: 1,
  });
  const [taken, key, signed] = (await trailOf(made.practice.id)).slice(-3);
  expect(taken).toMatchObject({ name: "export.made", kind: "trail" });
  expect(key).toMatchObject({ name: "checkpoint-key.made" });
  expect(signed).toMatchObject({ name: "checkpoint.signed", size: 3 });
  expect(copies()).toEqual(before);
});

test("therapist and office cannot take it, and nothing is left on disk", async () => {
  const before = copies();
  for (const ctx of [made.therapist, made.office]) {
    await expect(trailArchive(ctx, new Date(), verifyPage)).rejects.toBeInstanceOf(Refused);
  }
  expect(copies()).toEqual(before);
});
