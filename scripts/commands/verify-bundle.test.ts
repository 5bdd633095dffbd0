import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { soundTrail } from "@/lib/audit/trail.fixture";
import { formsOfKey, verifierKey } from "@/verifier/trail/checkpoint";
import { bundlesIn } from "./bundle.fixture";

const cwd = await mkdtemp(path.join(tmpdir(), "candor-bundle-"));
afterAll(() => rm(cwd, { recursive: true }));
const { write, verifyBundle } = bundlesIn(cwd);

const trail = soundTrail(1, 60, 20);
const rewritten = soundTrail(1, 60, 20);
const { note, size } = trail.checkpoints[1] ?? { note: "", size: 0 };
const [, , root = ""] = note.split("\n");
const newest = trail.keys[1] ?? "";

beforeAll(async () => {
  await write("trail", trail);
  await write("rewritten", rewritten);
  await write("told", {
    ...trail,
    events: trail.events.slice(0, 41),
    checkpoints: trail.checkpoints.slice(0, 2),
  });
  await write("tail", {
    ...trail,
    events: trail.events.slice(0, 50),
    checkpoints: trail.checkpoints.slice(0, 2),
  });
  const pem = { type: "spki", format: "pem" } as const;
  await writeFile(path.join(cwd, "known.pem"), formsOfKey("", newest).pem);
  await writeFile(path.join(cwd, "other.pem"), generateKeyPairSync("ed25519").publicKey.export(pem));
  await writeFile(path.join(cwd, "no-key"), "hello");
  await writeFile(path.join(cwd, "checkpoint"), `${verifierKey(trail.origin, newest)}\n\n${note}`);
  const words = `Llame al (555) 010-0100\r\nmás tarde. ${size} entradas, huella ${root.slice(0, 20)}=\r\n`;
  await writeFile(path.join(cwd, "mail.eml"), `${words}${root.slice(20).replace("=", "=3D")}\r\n`);
  await writeFile(path.join(cwd, "note"), `${verifierKey(trail.origin, newest)}\n`);
});

it.each<[string, string[], number, RegExp]>([
  [
    "nothing from outside",
    ["trail"],
    0,
    /^These files agree with each other: 60 entries, 3 signed checkpoints\. Whoever/,
  ],
  ["a history written anew, by itself", ["rewritten"], 0, /^These files agree with each other: 60 entries/],
  ["the key as PEM", ["trail", "--key", "known.pem"], 0, /^The trail holds, by the key you gave: 60 entries/],
  ["the key as a note", ["trail", "--key", "note"], 0, /^The trail holds, by the key you gave/],
  [
    "the key itself",
    ["trail", "--key", verifierKey(trail.origin, newest)],
    0,
    /^The trail holds, by the key/,
  ],
  ["another key", ["trail", "--key", "other.pem"], 1, /No checkpoint here is signed by the key you gave/],
  [
    "the key of the genuine history",
    ["rewritten", "--key", "known.pem"],
    1,
    /No checkpoint here is signed by/,
  ],
  [
    "what a mail says",
    ["trail", "--noted", "mail.eml"],
    0,
    /^The trail holds up to entry 39, by what you noted; after that/,
  ],
  ["what is published", ["trail", "--noted", "checkpoint"], 0, /^The trail holds up to entry 39, by what/],
  [
    "a note of another history",
    ["rewritten", "--noted", `${size} ${root}`],
    1,
    /at entry 39 \(root\)\. The first 40/,
  ],
  ["a note of more", ["told", "--noted", `50 ${root}`], 1, /ends before entry 41; what you noted covers 50/],
  ["nothing noted", ["trail", "--noted", "no-key"], 2, /^no-key has no size with a fingerprint/],
  ["a note, and what is none", ["trail", "--noted", "mail.eml", "no-key"], 2, /^no-key has no size with/],
  ["a key, and what is none", ["trail", "--key", "known.pem", "no-key"], 2, /^no-key is no Ed25519 key/],
  ["what is no key", ["trail", "--key", "no-key"], 2, /^no-key is no Ed25519 key/],
  [
    "an older export",
    ["trail", "--against", "told"],
    0,
    /^The trail holds up to entry 40, by the older export; after/,
  ],
  ["the same export again", ["trail", "--against", "trail"], 0, /^The trail holds, by the older export/],
  ["another history", ["rewritten", "--against", "trail"], 1, /entry 1 \(hash\)\. .*there are two histories/],
  [
    "an older export, taken for the newer",
    ["told", "--against", "trail"],
    1,
    /ends before entry 41, which the older/,
  ],
  ["the entry that tells of the last checkpoint", ["told"], 0, /^These files agree/],
  [
    "entries after the last checkpoint",
    ["tail"],
    1,
    /^Entries 41 to 49 are signed by no checkpoint: anybody could have written them\. Before that, these files agree/,
  ],
  [
    "such entries, and the key",
    ["tail", "--key", "known.pem"],
    1,
    /^Entries 41 to 49 are signed by no checkpoint/,
  ],
])("given %s, says what that shows", async (_, args, code, words) => {
  const found = await verifyBundle(...args);
  expect(found.said).toMatch(words);
  expect(found.code).toBe(code);
});

it("says the same to programs", async () => {
  expect(JSON.parse((await verifyBundle("tail", "--json")).said)).toMatchObject({
    ok: false,
    signed: 40,
    unsigned: 9,
    vouchedFor: null,
  });
});
