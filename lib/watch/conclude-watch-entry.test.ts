import { expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, makeVersion, trailOf } from "@/test/factories";
import { concludeWatchEntry } from "./conclude-watch-entry";
import type { ConcludeWatchEntryInput } from "./input";
import { noteWatchEntry } from "./note-watch-entry";
import { listChecks, listWatchEntries } from "./queries";
import { textsToLookAt } from "./texts-to-look-at";
import { watchInput } from "./watch.fixture";

await testDatabase();

async function makeNoted() {
  const made = await makePractice();
  const { disclosure, version } = await makeDisclosure(made);
  const { id } = await noteWatchEntry(made.therapist, watchInput(disclosure.id));
  const input: ConcludeWatchEntryInput = {
    entryId: id,
    conclusion: "new-text",
    note: "They keep recordings longer.",
    forPatients: { en: "Zoom changed its terms; a new text follows.", es: null },
  };
  const entry = async () => (await readPractice(made.owner, (tx) => listWatchEntries(tx, made.owner)))[0];
  const checks = (versionId: string, language: "en" | "es") =>
    readPractice(made.system, (tx) => listChecks(tx, made.system, versionId, language));
  const owed = () => readPractice(made.owner, (tx, now) => textsToLookAt(tx, made.owner, now));
  return { made, disclosure, version, input, entry, checks, owed };
}

test("the conclusion stands beside the entry", async () => {
  const { made, input, entry } = await makeNoted();
  await concludeWatchEntry(made.owner, input);
  const { en } = input.forPatients;
  expect(await entry()).toMatchObject({ conclusion: "new-text", note: input.note, forPatients: { en } });
});

test("the event is recorded", async () => {
  const { made, input } = await makeNoted();
  await concludeWatchEntry(made.owner, input);
  const { entryId, conclusion } = input;
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
    name: "watch.concluded",
    entryId,
    conclusion,
  });
});

test("without a sentence in any language patients read nothing", async () => {
  const { made, input, entry, checks, version } = await makeNoted();
  await concludeWatchEntry(made.owner, { ...input, note: null, forPatients: { en: null, es: null } });
  expect(await entry()).toMatchObject({ note: null, forPatients: null });
  expect(await checks(version.id, "en")).toEqual([]);
});

test("a second conclusion is refused, and the first stands", async () => {
  const { made, input, entry } = await makeNoted();
  await concludeWatchEntry(made.owner, input);
  const again = concludeWatchEntry(made.owner, { ...input, conclusion: "stop" });
  await expect(again).rejects.toMatchObject({ reason: "watch-already-concluded" });
  expect(await entry()).toMatchObject({ conclusion: "new-text" });
});

test("another practice does not find the entry", async () => {
  const { input } = await makeNoted();
  const { owner } = await makePractice();
  await expect(concludeWatchEntry(owner, input)).rejects.toBeInstanceOf(NotFound);
});

test("of two at once, one concludes it", async () => {
  const { made, input } = await makeNoted();
  const both = [concludeWatchEntry(made.owner, input), concludeWatchEntry(made.therapist, input)];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("patients read the sentence in their language or, marked as such, in the other; until the next text", async () => {
  const { made, input, checks, version, disclosure } = await makeNoted();
  await concludeWatchEntry(made.owner, input);
  const sentence = input.forPatients.en;
  expect(await checks(version.id, "en")).toMatchObject([{ sentence, language: "en" }]);
  expect(await checks(version.id, "es")).toMatchObject([{ sentence, language: "en" }]);
  const next = await makeVersion(made, disclosure.id);
  expect(await checks(next.version.id, "en")).toEqual([]);
});

test("it is owed until it is concluded, and a new text until it is published", async () => {
  const { made, input, owed, disclosure } = await makeNoted();
  const outside = async () => (await owed()).outside.flatMap(({ texts }) => texts);
  const disclosureId = disclosure.id;
  expect(await outside()).toEqual([{ disclosureId, step: "conclude" }]);
  await concludeWatchEntry(made.owner, input);
  expect(await outside()).toEqual([{ disclosureId, step: "write" }]);
  await makeVersion(made, disclosureId);
  expect(await outside()).toEqual([]);
});

test("where nothing has to change, nothing is owed", async () => {
  const { made, input, owed } = await makeNoted();
  await concludeWatchEntry(made.owner, { ...input, conclusion: "no-change" });
  expect((await owed()).outside).toEqual([]);
});
