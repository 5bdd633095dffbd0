import { expect, test } from "vitest";
import { usualTextChoices } from "@/db/schema";
import { readPractice } from "@/lib/in-practice";
import { retireDisclosure } from "@/lib/publishing/retire-disclosure";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { chooseUsualTexts } from "./choose-usual-texts";
import { listDisclosures } from "./queries";
import { usualTexts } from "./rules";
import { listUsualTexts } from "./usual-texts";

await testDatabase();

async function makeTexts() {
  const made = await makePractice();
  const [first, second] = [await makeDisclosure(made), await makeDisclosure(made)];
  const choose = (...texts: { disclosure: { id: string } }[]) =>
    chooseUsualTexts(made.therapist, { disclosureIds: texts.map(({ disclosure }) => disclosure.id) });
  const usual = () =>
    readPractice(made.office, async (tx, now) => {
      const found = usualTexts(
        await listDisclosures(tx, made.office),
        await listUsualTexts(tx, made.office),
        now,
      );
      return { asked: found.asked.map(({ id }) => id), fallenOut: found.fallenOut.map(({ id }) => id) };
    });
  const recorded = async () =>
    (await trailOf(made.practice.id)).filter(({ name }) => name === "disclosure.usual-chosen");
  return { made, first, second, choose, usual, recorded };
}

test("what a new patient is usually asked is chosen and changed, with who, when and an event for each text", async () => {
  const { made, first, second, choose, usual, recorded } = await makeTexts();
  expect(await usual()).toEqual({ asked: [], fallenOut: [] });
  await choose(first, second);
  expect((await usual()).asked).toEqual([first.disclosure.id, second.disclosure.id]);
  await choose(second);
  expect((await usual()).asked).toEqual([second.disclosure.id]);
  expect(await recorded()).toMatchObject([
    { disclosureId: first.disclosure.id, kind: "usual" },
    { disclosureId: second.disclosure.id, kind: "usual" },
    { disclosureId: first.disclosure.id, kind: "not-usual" },
  ]);
  const facts = await readPractice(made.office, (tx) => tx.select().from(usualTextChoices));
  expect(facts.map(({ chosenBy }) => chosenBy)).toEqual(Array(3).fill(made.therapist.staffId));
});

test("chosen once more as it is, it is no fact and no event", async () => {
  const { first, choose, recorded } = await makeTexts();
  await choose(first);
  await choose(first);
  expect(await recorded()).toHaveLength(1);
});

test("a text that is given out no longer falls out, is not chosen again, and leaves for good with the next choice", async () => {
  const { made, first, second, choose, usual } = await makeTexts();
  await choose(first, second);
  await retireDisclosure(made.owner, { disclosureId: first.disclosure.id });
  expect(await usual()).toEqual({ asked: [second.disclosure.id], fallenOut: [first.disclosure.id] });
  await expect(choose(first, second)).rejects.toMatchObject({ reason: "usual-text-retired" });
  await choose(second);
  expect(await usual()).toEqual({ asked: [second.disclosure.id], fallenOut: [] });
});

test("another practice does not find the text, and the office may not choose", async () => {
  const { made, first, usual } = await makeTexts();
  const chosen = { disclosureIds: [first.disclosure.id] };
  const { owner } = await makePractice();
  await expect(chooseUsualTexts(owner, chosen)).rejects.toHaveProperty("name", "NotFound");
  await expect(chooseUsualTexts(made.office, chosen)).rejects.toMatchObject({ reason: "not-your-role" });
  expect((await usual()).asked).toEqual([]);
});

test("of ten at once, one is noted", async () => {
  const { first, choose, recorded } = await makeTexts();
  await Promise.all(Array.from({ length: 10 }, () => choose(first)));
  expect(await recorded()).toHaveLength(1);
});
