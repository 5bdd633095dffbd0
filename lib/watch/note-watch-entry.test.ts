import { expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { noteWatchEntryInput } from "./input";
import { noteWatchEntry } from "./note-watch-entry";
import { listWatchEntries } from "./queries";
import { watchInput } from "./watch.fixture";

await testDatabase();

async function makeText() {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const entries = () => readPractice(made.owner, (tx) => listWatchEntries(tx, made.owner));
  return { made, input: watchInput(disclosure.id), entries };
}

test("a change outside is noted with the texts it touches", async () => {
  const { made, input, entries } = await makeText();
  const other = await makeDisclosure(made, { position: 2 });
  const disclosureIds = [...input.disclosureIds, other.disclosure.id, other.disclosure.id];
  const { id } = await noteWatchEntry(made.therapist, { ...input, disclosureIds });
  const { disclosureIds: _, ...words } = input;
  const [entry] = await entries();
  expect(entry).toMatchObject({ id, ...words, conclusion: null, concludedAt: null });
  expect(entry?.disclosureIds.toSorted()).toEqual([...new Set(disclosureIds)].toSorted());
});

test("the event is recorded", async () => {
  const { made, input } = await makeText();
  const { id } = await noteWatchEntry(made.owner, input);
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({ name: "watch.noted", entryId: id });
});

test("a day that has not come is refused, and nothing is noted", async () => {
  const { made, input, entries } = await makeText();
  const noted = noteWatchEntry(made.owner, { ...input, changedOn: "2999-01-01" });
  await expect(noted).rejects.toMatchObject({ reason: "watch-in-future" });
  expect(await entries()).toEqual([]);
});

test("a text of another practice is not found", async () => {
  const [{ made, entries }, other] = [await makeText(), await makeText()];
  await expect(noteWatchEntry(made.owner, other.input)).rejects.toBeInstanceOf(NotFound);
  expect(await entries()).toEqual([]);
});

test("two at once are two entries", async () => {
  const { made, input, entries } = await makeText();
  await Promise.all([noteWatchEntry(made.owner, input), noteWatchEntry(made.therapist, input)]);
  expect(await entries()).toHaveLength(2);
});

const given = { ...watchInput("01890a5d-ac96-774b-bcce-b302099a8057") };

test.each([
  ["no subject", { subject: " " }],
  ["no words", { what: "" }],
  ["too many words", { what: "a".repeat(2_001) }],
  ["a link that runs a script", { link: "javascript:alert(1)" }],
  ["no day", { changedOn: "soon" }],
  ["a day there is not", { changedOn: "2026-02-30" }],
  ["no text", { disclosureIds: [] }],
  ["a text that is no id", { disclosureIds: ["recording"] }],
])("%s does not pass", (_, wrong) => {
  expect(noteWatchEntryInput.safeParse({ ...given, ...wrong }).success).toBe(false);
});

test("a link may be left out", () => {
  expect(noteWatchEntryInput.parse({ ...given, link: " " })).toEqual({ ...given, link: null });
});
