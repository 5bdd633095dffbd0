import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { soundTrail, type Trail } from "@/lib/audit/trail.fixture";
import { signingWitness } from "@/lib/audit/witnesses/witness.fixture";
import { bundlesIn } from "./bundle.fixture";

const cwd = await mkdtemp(path.join(tmpdir(), "candor-witnesses-"));
afterAll(() => rm(cwd, { recursive: true }));
const { write, verifyBundle } = bundlesIn(cwd);

const [one, two, stranger] = ["one", "two", "stranger"].map((name) =>
  signingWitness(`chamber.example/${name}`),
);
const first = one?.offered.verifierKey ?? "";
const second = two?.offered.verifierKey ?? "";
const at = new Date("2026-11-29T21:13:05Z");
const trail = soundTrail(1, 60, 20);

/** The same trail, where these witnesses confirmed its checkpoints at 20, 40 and 60 entries. */
function confirmed(by: (typeof one)[][], of: Trail = trail): Trail {
  const checkpoints = of.checkpoints.map(({ size, note }, index) => ({
    size,
    note: (by[index] ?? []).reduce((text, witness) => witness?.cosign(text, at) ?? text, note),
  }));
  return { ...of, checkpoints };
}

beforeAll(async () => {
  await write("all", confirmed([[one], [one, two], [one, two]]));
  await write("some", confirmed([[one, two], [one, two], [two]]));
  await write("none", trail);
  await write("others", confirmed([[stranger], [stranger], [stranger]]));
  await write("rewritten", confirmed([[stranger], [], []], soundTrail(1, 60, 20)));
  await writeFile(path.join(cwd, "witnesses"), `# of the chamber\n${first}\n${second}\n`);
  await writeFile(path.join(cwd, "no-key"), "hello");
});

it.each<[string, string[], number, RegExp]>([
  [
    "both have confirmed the end",
    ["all", "--witness", first, second],
    0,
    /^The trail holds, by the witnesses you gave \(chamber\.example\/one, 2026-11-29 21:13 UTC; chamber\.example\/two, 2026-11-29 21:13 UTC\): 60 entries/,
  ],
  ["their keys are in a file", ["all", "--witness", "witnesses"], 0, /^The trail holds, by the witnesses/],
  [
    "one of two is enough",
    ["some", "--witness", "witnesses", "--quorum", "1"],
    0,
    /^The trail holds, by the wit/,
  ],
  [
    "one lacks the end",
    ["some", "--witness", "witnesses"],
    1,
    /^Entries 40 to 59 are confirmed by too few of the witnesses you gave: whoever holds the key could have written them\. Before that, the trail holds up to entry 39, by the witnesses/,
  ],
  [
    "one lacks the end, and it is the one",
    ["some", "--witness", first],
    1,
    /^Entries 40 to 59 are confirmed by too few/,
  ],
  [
    "nobody confirmed",
    ["none", "--witness", "witnesses", "--quorum", "1"],
    1,
    /No checkpoint here is confirmed by 1 of the witnesses you gave; the most that confirmed one is 0/,
  ],
  [
    "others confirmed",
    ["others", "--witness", first],
    1,
    /is confirmed by 1 of the witnesses you gave; .* is 0/,
  ],
  ["never two at once", ["all", "--witness", first, first, "--quorum", "2"], 2, /from 1 to 1/],
  ["more are to confirm than were given", ["all", "--witness", first, "--quorum", "2"], 2, /from 1 to 1/],
  ["none is to confirm", ["all", "--witness", first, "--quorum", "0"], 2, /from 1 to 1/],
  ["a number without witnesses", ["all", "--quorum", "1"], 2, /from 1 to 0/],
  ["a key of a log", ["all", "--witness", "no-key"], 2, /^no-key is no verifier key of a witness/],
])("where %s, says what that shows", async (_, args, code, words) => {
  const found = await verifyBundle(...args);
  expect(found.said).toMatch(words);
  expect(found.code).toBe(code);
});

it("a history written anew with the key is not confirmed by whoever confirmed the true one", async () => {
  const found = await verifyBundle("rewritten", "--witness", "witnesses", "--quorum", "1");
  expect(found).toMatchObject({ code: 1, said: expect.stringContaining("The trail does not hold") });
});

it("says the same to programs", async () => {
  const { said } = await verifyBundle("some", "--witness", "witnesses", "--json");
  expect(JSON.parse(said)).toMatchObject({
    ok: false,
    signed: 60,
    unsigned: 0,
    unconfirmed: 20,
    vouchedFor: 40,
  });
});
