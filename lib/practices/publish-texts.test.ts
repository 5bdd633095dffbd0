import { expect, test } from "vitest";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { publishTexts } from "./publish-texts";
import { getPractice } from "./queries";

await testDatabase();

async function aPractice() {
  const made = await makePractice();
  const isPublic = () =>
    readPractice(made.owner, async (tx) => (await getPractice(tx, made.owner)).publishesTexts);
  return { made, isPublic };
}

const event = { name: "settings.changed", changed: ["publishesTexts"] };

test("nobody outside reads the texts until the owner says so, and then not any more", async () => {
  const { made, isPublic } = await aPractice();
  expect(await isPublic()).toBe(false);
  await publishTexts(made.owner, { publish: true });
  expect(await isPublic()).toBe(true);
  await publishTexts(made.owner, { publish: false });
  expect(await isPublic()).toBe(false);
  expect(await trailOf(made.practice.id)).toMatchObject([event, event]);
});

test("saying the same again is no event", async () => {
  const { made } = await aPractice();
  await publishTexts(made.owner, { publish: false });
  expect(await trailOf(made.practice.id)).toEqual([]);
});

test("a therapist may not", async () => {
  const { made, isPublic } = await aPractice();
  const tried = publishTexts(made.therapist, { publish: true });
  await expect(tried).rejects.toMatchObject({ reason: "not-your-role" });
  expect(await isPublic()).toBe(false);
});

test("it is one's own practice that changes", async () => {
  const [mine, other] = [await aPractice(), await aPractice()];
  await publishTexts(mine.made.owner, { publish: true });
  expect([await mine.isPublic(), await other.isPublic()]).toEqual([true, false]);
});

test("of two at once, one is recorded", async () => {
  const { made, isPublic } = await aPractice();
  await Promise.all([1, 2].map(() => publishTexts(made.owner, { publish: true })));
  expect(await isPublic()).toBe(true);
  expect(await trailOf(made.practice.id)).toMatchObject([event]);
});
