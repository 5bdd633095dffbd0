import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { verifyBundle, writeBundle } from "./bundle";
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
    expect(await verifyBundle(folder, { keys: trail.keys, known: trail.events })).toMatchObject(verdict);
  });

  it("holds one entry a line, whose body is the text that was hashed", () => {
    const lines = readFileSync(join(folder, "events.jsonl"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).body.seq)).toEqual([...Array(60).keys()]);
    expect(lines[7]).toBe(`{"leaf":"${trail.events[7]?.leaf}","body":${trail.events[7]?.body}}`);
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
      details: { file: "keys.json" },
    });
    rmSync(join(folder, "checkpoints.txt"));
    await expect(verifyBundle(folder)).rejects.toMatchObject({ reason: "not-a-bundle" });
  });
});

describe("the check described in README.txt", () => {
  const python = ["/usr/bin/python3", "/usr/local/bin/python3"].find(existsSync);

  function check() {
    const [, script] = readFileSync(join(folder, "README.txt"), "utf8").split(
      /^-----8<-----$|^----->8-----$/m,
    );
    writeFileSync(join(folder, "check.py"), script ?? "");
    return execFileSync(python ?? "", ["check.py"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  }

  it.skipIf(!python)("finds the same root, and the same faults", async () => {
    const verdict = await verifyBundle(folder);
    const root = verdict.ok ? Buffer.from(verdict.root, "hex").toString("base64") : "";
    expect(check()).toBe(`60 entries hold, root ${root}\n`);

    appendFileSync(join(folder, "events.jsonl"), '{"leaf":"","body":{}}\n');
    expect(check).toThrow("entry 60 was changed");
  });

  it.skipIf(!python)("finds a history that was written anew without the key", async () => {
    const forged = { ...trail, events: [...trail.events] };
    rehash(forged.events, 30, (body) => {
      body.route = "paper";
    });
    folder = newFolder();
    await write(folder, forged);
    expect(check).toThrow("not what was signed at 40 entries");
    expect(await verifyBundle(folder)).toMatchObject({ ok: false, reason: "root", seq: 20 });
  });
});
