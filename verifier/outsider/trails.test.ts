import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeBundle } from "@/lib/audit/bundle";
import { soundTrail, type Trail } from "@/lib/audit/trail.fixture";
import { copyOf, tampers } from "@/lib/audit/trail-tampers.fixture";
import { signingWitness } from "@/lib/audit/witnesses/witness.fixture";
import { fileIn, lacks, newFolder } from "@/lib/seal/foreign-tools.fixture";
import { formsOfKey } from "../trail/checkpoint";
import { askOutsider } from "./ask-outsider.fixture";

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true }));
const sound = soundTrail(1, 200, 50);
const absent = lacks("python3") || lacks("openssl");

async function written(name: string, trail: Trail): Promise<string> {
  const keys = trail.keys.map((publicKey) => ({ publicKey, from: new Date(0), until: null }));
  const into = path.join(folder, name);
  await writeBundle(into, { ...trail, keys, certificates: "", verifyPage: "" });
  return into;
}

/** An export repeats no columns, so changes to these alone cannot reach it. */
const inColumns = /column|^deleting the row$|^duplicating the row$/;

test.skipIf(absent)(
  "who read the documentation alone finds every tampered row of an export",
  { timeout: 120_000 },
  async () => {
    const names = Object.keys(tampers).filter((name) => !inColumns.test(name));
    const folders: string[] = [];
    for (const [index, name] of names.entries()) {
      for (const row of [0, 73, 199]) {
        const trail = copyOf(sound);
        const event = trail.events[row];
        if (event) tampers[name]?.(trail, row, event);
        folders.push(await written(`${index}-${row}`, trail));
      }
    }
    const answers = askOutsider(folders);
    const missed = answers.filter(({ holds }) => holds !== false).map(({ file }) => path.basename(file));
    expect(missed).toEqual([]);
    expect(answers.filter(({ finding }) => finding?.includes("Error"))).toEqual([]);
  },
);

test.skipIf(absent)(
  "a sound export agrees with itself, and holds by what is known from elsewhere",
  async () => {
    const whole = await written("whole", sound);
    const older = await written("older", {
      ...sound,
      events: sound.events.slice(0, 101),
      checkpoints: sound.checkpoints.slice(0, 2),
      keys: sound.keys.slice(0, 1),
    });
    const other = await written("other", soundTrail(1, 200, 50));
    const keys = sound.keys.map((key, index) => fileIn(folder, `${index}.pem`, formsOfKey("", key).pem));
    const said = (known: Parameters<typeof askOutsider>[1], ...paths: string[]) =>
      askOutsider(paths, known).map(({ holds }) => holds);
    expect(said({}, whole, older, other)).toEqual([null, null, null]);
    expect(said({ against: older }, whole, other)).toEqual([true, false]);
    expect(said({ key: keys[1] ?? "" }, whole, older, other)).toEqual([true, false, false]);
    const mail = sound.checkpoints[2]?.note.split("\n") ?? [];
    const noted = fileIn(folder, "mail.eml", `${mail[1]} entries, fingerprint ${mail[2]}\n`);
    expect(said({ noted }, whole, older, other)).toEqual([true, false, false]);
  },
);

test.skipIf(absent)("witnesses count as they do for Candor's verifier", async () => {
  const [one, two] = [signingWitness("chamber.example/one"), signingWitness("chamber.example/two")];
  const at = new Date("2026-11-29T21:13:05Z");
  const confirmed = (by: (typeof one)[], from: number): Trail => ({
    ...sound,
    checkpoints: sound.checkpoints.map(({ size, note }) => ({
      size,
      note: size < from ? note : by.reduce((text, witness) => witness.cosign(text, at), note),
    })),
  });
  const both = await written("both", confirmed([one, two], 0));
  const first = await written("first", confirmed([one], 0));
  const early = await written("early", {
    ...sound,
    checkpoints: sound.checkpoints.map(({ size, note }) => ({
      size,
      note: size < 150 ? one.cosign(note, at) : note,
    })),
  });
  const spoilt = await written("spoilt", {
    ...sound,
    checkpoints: sound.checkpoints.map(({ size, note }, index) => ({
      size,
      note: `${note}${one
        .cosign(sound.checkpoints[index ? 0 : 1]?.note ?? "", at)
        .split("\n")
        .at(-2)}\n`,
    })),
  });
  const none = await written("none", sound);
  const keys = fileIn(folder, "witnesses", `${one.offered.verifierKey}\n${two.offered.verifierKey}\n`);
  const all = [both, first, early, spoilt, none];
  const said = (quorum: string) => askOutsider(all, { witness: keys, quorum }).map(({ holds }) => holds);
  expect(said("2")).toEqual([true, false, false, false, false]);
  expect(said("1")).toEqual([true, true, false, false, false]);
  const [, , finding] = askOutsider(all, { witness: keys, quorum: "1" });
  expect(finding?.finding).toBe("entries from 100 on are confirmed by too few of the witnesses");
});

test.skipIf(absent)(
  "what is given from elsewhere and holds nothing is said, and not passed over",
  async () => {
    const whole = await written("known", sound);
    const nothing = fileIn(folder, "nothing", "hello");
    for (const option of ["certificates", "key", "noted", "witness"]) {
      expect(() => askOutsider([whole], { [option]: nothing })).toThrow(
        `${nothing} cannot be read, or holds nothing of the kind`,
      );
    }
  },
);
