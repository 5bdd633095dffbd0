import { expect, test } from "vitest";
import { chosenWitnesses } from "@/lib/audit/witnesses/queries";
import { newWitness } from "@/lib/audit/witnesses/witness.fixture";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { chooseWitnesses } from "./choose-witnesses";

await testDatabase();

const offered = [newWitness("chamber.example/w1"), newWitness("chamber.example/w2")];
const [first, second] = offered.map(({ verifierKey }) => verifierKey) as [string, string];
const chosen = (made: Awaited<ReturnType<typeof makePractice>>) =>
  readPractice(made.owner, (tx) => chosenWitnesses(tx, made.owner));

test("the owner chooses witnesses and how many have to confirm, and the trail says which", async () => {
  const made = await makePractice();
  expect(await chosen(made)).toEqual({ witnesses: [], quorum: 0, chosenAt: null });
  await chooseWitnesses(made.owner, { witnesses: [second, first, first], quorum: 2 }, offered);
  expect(await chosen(made)).toMatchObject({ witnesses: [first, second].sort(), quorum: 2 });
  await chooseWitnesses(made.owner, { witnesses: [first], quorum: 1 }, offered);
  expect(await chosen(made)).toMatchObject({ witnesses: [first], quorum: 1 });

  const keys = [first, second].sort().map((key) => offered.find((one) => one.verifierKey === key)?.key);
  expect(await trailOf(made.owner.practiceId)).toMatchObject([
    { name: "witnesses.chosen", witnesses: keys, quorum: 2 },
    { name: "witnesses.chosen", witnesses: [offered[0]?.key], quorum: 1 },
  ]);
});

test("the same choice again is no event", async () => {
  const made = await makePractice();
  await chooseWitnesses(made.owner, { witnesses: [first, second], quorum: 1 }, offered);
  await chooseWitnesses(made.owner, { witnesses: [second, first], quorum: 1 }, offered);
  expect(await trailOf(made.owner.practiceId)).toHaveLength(1);
});

test("who was chosen may stay when the installation no longer offers them", async () => {
  const made = await makePractice();
  await chooseWitnesses(made.owner, { witnesses: [first, second], quorum: 2 }, offered);
  await chooseWitnesses(made.owner, { witnesses: [first], quorum: 1 }, []);
  expect(await chosen(made)).toMatchObject({ witnesses: [first], quorum: 1 });
  await expect(chooseWitnesses(made.owner, { witnesses: [second], quorum: 1 }, [])).rejects.toMatchObject({
    reason: "unknown-witness",
  });
});

test.each<[string, string[], number]>([
  ["unknown-witness", [first, newWitness("chamber.example/w3").verifierKey], 0],
  ["quorum-beyond-witnesses", [first], 2],
])("%s is refused, and nothing changes", async (reason, witnesses, quorum) => {
  const made = await makePractice();
  await expect(chooseWitnesses(made.owner, { witnesses, quorum }, offered)).rejects.toMatchObject({ reason });
  expect(await trailOf(made.owner.practiceId)).toEqual([]);
});

test.each(["therapist", "office", "auditor"] as const)("the %s may not", async (role) => {
  const made = await makePractice();
  const choice = chooseWitnesses(made[role], { witnesses: [first], quorum: 1 }, offered);
  await expect(choice).rejects.toMatchObject({ reason: "not-your-role" });
});

test("another practice keeps its witnesses", async () => {
  const other = await makePractice();
  await chooseWitnesses((await makePractice()).owner, { witnesses: [first], quorum: 1 }, offered);
  expect((await chosen(other)).witnesses).toEqual([]);
});

test("of two at once that choose the same, one is an event", async () => {
  const { owner } = await makePractice();
  const choose = () => chooseWitnesses(owner, { witnesses: [first], quorum: 1 }, offered);
  await Promise.all([choose(), choose()]);
  expect(await trailOf(owner.practiceId)).toHaveLength(1);
});
