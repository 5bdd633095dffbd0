import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Outside } from "@/verifier/trail/outside";
import { verifyBundle as verifyFiles } from "@/verifier/trail/verify-bundle";
import { writeBundle } from "./bundle";
import { bundleFolder } from "./bundle-folder";
import { rehash, soundTrail } from "./trail.fixture";

const trail = soundTrail(1, 60, 20);
const rewritten = soundTrail(1, 60, 20);
let folder = "";

function newFolder() {
  const made = mkdtempSync(join(tmpdir(), "bundle-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function write(into: string, source = trail) {
  const keys = source.keys.map((publicKey) => ({ publicKey, from: new Date(0), until: null }));
  return writeBundle(into, { ...source, keys, certificates: "", verifyPage: "<!doctype html>" });
}

function verifyBundle(
  from: string,
  { against, ...outside }: Omit<Outside, "against"> & { against?: string } = {},
) {
  return verifyFiles(bundleFolder(from), {
    ...outside,
    ...(against !== undefined && { against: bundleFolder(against) }),
  });
}

function change(file: string, from: string | RegExp, to: string) {
  const text = readFileSync(join(folder, file), "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, file), changed);
}

beforeEach(async () => {
  folder = newFolder();
  await write(folder);
});

describe("a bundle", () => {
  it("holds as written, with the keys it brings and with keys known otherwise", async () => {
    const verdict = { ok: true, size: 60, checkpointsChecked: trail.checkpoints.length };
    expect(await verifyBundle(folder)).toMatchObject(verdict);
    expect(await verifyBundle(folder, { keys: trail.keys })).toMatchObject(verdict);
  });

  it("holds one entry a line, whose body is the text that was hashed", () => {
    const lines = readFileSync(join(folder, "events.jsonl"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).body.seq)).toEqual([...Array(60).keys()]);
    expect(lines[7]).toBe(`{"leaf":"${trail.events[7]?.leaf}","body":${trail.events[7]?.body}}`);
  });

  const documentOf = (seq: number, source = trail) => {
    const { leaf, body } = source.events[seq] ?? { leaf: "", body: "{}" };
    const sealed = source.events.findLast(({ name }) => name === "document.sealed");
    const { documentId, sha256 } = JSON.parse(sealed?.body ?? "{}");
    return { file: "copy.pdf", sequence: seq, leaf, documentId, sha256, body };
  };

  it("says how far it is vouched for from outside, and by nothing when there is nothing", async () => {
    expect(await verifyBundle(folder)).toMatchObject({ vouchedFor: null, unsigned: 0 });
    expect(await verifyBundle(folder, { keys: trail.keys })).toMatchObject({ vouchedFor: 60 });
    expect(await verifyBundle(folder, { keys: trail.keys.slice(0, 1) })).toMatchObject({ vouchedFor: 20 });
    expect(await verifyBundle(folder, { documents: [documentOf(12)] })).toMatchObject({ vouchedFor: 13 });
    const older = newFolder();
    await write(older, {
      ...trail,
      events: trail.events.slice(0, 42),
      checkpoints: trail.checkpoints.slice(0, 2),
    });
    expect(await verifyBundle(folder, { against: older })).toMatchObject({ vouchedFor: 42 });
    expect(await verifyBundle(older, { against: folder })).toMatchObject({
      ok: false,
      reason: "missing-tail",
      seq: 42,
    });
  });

  it("does not fit another history: a copy, an older export and a key find it out", async () => {
    const forged = newFolder();
    await write(forged, rewritten);
    expect(await verifyBundle(forged, { against: folder })).toMatchObject({
      ok: false,
      reason: "hash",
      seq: 1,
    });
    expect(await verifyBundle(forged, { documents: [documentOf(12)] })).toMatchObject({ ok: false, seq: 12 });
    const copy = documentOf(12);
    expect(await verifyBundle(folder, { documents: [{ ...copy, sha256: "0".repeat(64) }] })).toMatchObject({
      ok: false,
      reason: "file",
    });
    expect(await verifyBundle(folder, { documents: [{ ...copy, documentId: "none" }] })).toMatchObject({
      ok: false,
      reason: "document",
    });
    expect(await verifyBundle(folder, { documents: [{ ...copy, sequence: 60 }] })).toMatchObject({
      ok: false,
      reason: "missing-tail",
    });
    const stranger = newFolder();
    await write(stranger, soundTrail(2, 30, 10));
    expect(await verifyBundle(folder, { against: stranger })).toMatchObject({
      ok: false,
      reason: "older-export",
    });
    change("events.jsonl", '"route":"portal"', '"route":"paper"');
    await expect(verifyBundle(forged, { against: folder })).rejects.toThrow("older-export-broken");
  });

  it("counts what no checkpoint covers, but for the entry that tells of the last one", async () => {
    const told = { ...trail, events: trail.events.slice(0, 41), checkpoints: trail.checkpoints.slice(0, 2) };
    const cut = newFolder();
    await write(cut, told);
    expect(await verifyBundle(cut)).toMatchObject({ ok: true, signedSize: 40, unsigned: 0 });

    const replaced = newFolder();
    const events = [...told.events];
    rehash(events, 40, (body) => {
      body.name = "patient.viewed";
    });
    await write(replaced, { ...told, events });
    expect(await verifyBundle(replaced)).toMatchObject({ ok: true, signedSize: 40, unsigned: 1 });

    const longer = newFolder();
    await write(longer, { ...told, events: trail.events.slice(0, 50) });
    expect(await verifyBundle(longer)).toMatchObject({ ok: true, signedSize: 40, unsigned: 9 });
  });

  it.each([
    ["pem", /BEGIN PUBLIC KEY-----\\n.{20}/],
    ["keyId", /"keyId": "..../],
    ["verifierKey", /"verifierKey": "candor/],
    ["publicKey", /"publicKey": "....../],
  ])("whose keys.json gives another key as %s does not hold", async (_, form) => {
    const [found = ""] = readFileSync(join(folder, "keys.json"), "utf8").match(form) ?? [];
    change(
      "keys.json",
      found,
      found.replace(/.{4}$/, (end) => (end === "0000" ? "1111" : "0000")),
    );
    expect(await verifyBundle(folder)).toMatchObject({ ok: false, seq: null, reason: "keys" });
  });

  it.each([
    ["events.jsonl", "bundle-line-ends"],
    ["checkpoints.txt", "bundle-line-ends"],
  ])("whose %s got other line ends says so", async (file, reason) => {
    change(file, /\n/g, "\r\n");
    await expect(verifyBundle(folder)).rejects.toMatchObject({ reason, file });
  });

  it.each(["events.jsonl", "checkpoints.txt", "keys.json"])("without %s says so", async (file) => {
    rmSync(join(folder, file));
    await expect(verifyBundle(folder)).rejects.toMatchObject({
      reason: "bundle-file-missing",
      file,
    });
  });

  it("with a line that does not end is given up", async () => {
    writeFileSync(join(folder, "events.jsonl"), "x".repeat(40_000_000));
    await expect(verifyBundle(folder)).rejects.toMatchObject({ reason: "bundle-line-too-long" });
  });

  it("never overwrites another", async () => {
    await expect(write(folder)).rejects.toThrow("EEXIST");
  });

  it("of somebody else does not hold against keys known otherwise", async () => {
    const forged = newFolder();
    await write(forged, rewritten);
    expect(await verifyBundle(forged)).toMatchObject({ ok: true });
    expect(await verifyBundle(forged, { keys: trail.keys })).toMatchObject({
      ok: false,
      reason: "signature",
    });
  });

  it.each([
    ["a changed word", "events.jsonl", '"route":"portal"', '"route":"paper"', "hash", 0],
    ["a line taken out", "events.jsonl", /(?<=\n).*"seq":7,.*\n/, "", "link", 7],
    ["a line that is none", "events.jsonl", /(?<=\n).*"seq":7,.*\n/, "hello\n", "hash", 7],
    ["an empty line", "events.jsonl", /\n$/, "\n\n", "hash", 60],
    ["a cut tail", "events.jsonl", /(?<=\n).*"seq":59,.*\n/, "", "missing-tail", 59],
    ["a changed size in a checkpoint", "checkpoints.txt", "\n40\n", "\n41\n", "root", 40],
    ["words between checkpoints", "checkpoints.txt", "\n\ncandor", "\n\nhello\n\ncandor", "signature", 0],
    ["a checkpoint taken out", "checkpoints.txt", /^[^—]+—.*\n\n/, "", "root", 20],
  ])("with %s is found out", async (_, file, from, to, reason, seq) => {
    change(file, from, to);
    expect(await verifyBundle(folder)).toMatchObject({ ok: false, reason, seq });
  });

  it("whose files are missing or spoilt is none", async () => {
    change("keys.json", "{", "");
    await expect(verifyBundle(folder)).rejects.toMatchObject({
      reason: "not-a-bundle",
      file: "keys.json",
    });
  });
});
