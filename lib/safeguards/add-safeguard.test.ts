import { expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { addSafeguard } from "./add-safeguard";
import { addStarters } from "./add-starters";
import { dropSafeguard } from "./drop-safeguard";
import { claimsOf, makeClaim, ownClaim, ownKey } from "./safeguards.fixture";
import { starters } from "./starters";
import { takeUpSafeguard } from "./take-up-safeguard";

await testDatabase();

const nowhere = "019ab0f0-0000-7000-8000-000000000002";

test("a claim is made in both languages, and nobody has checked it yet", async () => {
  const { made } = await makeClaim();
  expect(await claimsOf(made)).toMatchObject([
    {
      key: ownKey,
      intervalDays: 30,
      platformId: null,
      droppedAt: null,
      claim: ownClaim.claim,
      intent: ownClaim.intent,
      accounts: [{ staffId: made.therapist.staffId, freshness: { word: "never" } }],
    },
  ]);
});

test("the event is recorded, with the key and without the words", async () => {
  const { made, safeguardId } = await makeClaim();
  const last = (await trailOf(made.practice.id)).at(-1);
  expect(last).toMatchObject({ name: "safeguard.claimed", safeguardId, key: ownKey });
});

test("the same words again are refused, whether the claim is made or was dropped", async () => {
  const { made, safeguardId } = await makeClaim();
  const again = () => addSafeguard(made.owner, ownClaim);
  await expect(again()).rejects.toMatchObject({ reason: "claim-already-made" });
  await dropSafeguard(made.owner, { safeguardId });
  await expect(again()).rejects.toMatchObject({ reason: "claim-was-dropped" });
});

test("a platform of another practice is not found, and nothing is added", async () => {
  const made = await makePractice();
  const foreign = addSafeguard(made.owner, { ...ownClaim, platformId: nowhere });
  await expect(foreign).rejects.toBeInstanceOf(NotFound);
  const prepared = addStarters(made.owner, { keys: ["passcode"], platformId: nowhere });
  await expect(prepared).rejects.toBeInstanceOf(NotFound);
  expect(await claimsOf(made)).toEqual([]);
});

test("of two at once, one makes it", async () => {
  const made = await makePractice();
  const both = [addSafeguard(made.owner, ownClaim), addSafeguard(made.owner, ownClaim)];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await claimsOf(made)).toHaveLength(1);
});

test("several prepared claims are made at once, each with its event", async () => {
  const made = await makePractice();
  const keys = ["waiting-room", "screen-locked", "waiting-room"] as const;
  expect(await addStarters(made.owner, { keys: [...keys], platformId: null })).toEqual({ added: 2 });
  expect(await claimsOf(made)).toMatchObject([
    { key: "waiting-room", claim: starters["waiting-room"].claim },
    { key: "screen-locked", kind: "habit" },
  ]);
  const events = (await trailOf(made.practice.id)).filter(({ name }) => name === "safeguard.claimed");
  expect(events).toHaveLength(2);
});

test("of prepared claims of which one is made already, none is added", async () => {
  const made = await makePractice();
  await addStarters(made.owner, { keys: ["passcode"], platformId: null });
  const both = addStarters(made.owner, { keys: ["headphones", "passcode"], platformId: null });
  await expect(both).rejects.toMatchObject({ reason: "claim-already-made" });
  expect(await claimsOf(made)).toHaveLength(1);
});

test("a claim is dropped and taken up again under the same key, each told of", async () => {
  const { made, safeguardId } = await makeClaim();
  const about = { safeguardId };
  await dropSafeguard(made.owner, about);
  expect((await claimsOf(made))[0]?.droppedAt).toBeInstanceOf(Date);
  await expect(dropSafeguard(made.owner, about)).rejects.toMatchObject({ reason: "claim-dropped" });
  await takeUpSafeguard(made.owner, about);
  expect(await claimsOf(made)).toMatchObject([{ key: ownKey, droppedAt: null }]);
  await expect(takeUpSafeguard(made.owner, about)).rejects.toMatchObject({ reason: "claim-not-dropped" });
  const names = (await trailOf(made.practice.id)).map(({ name }) => name);
  expect(names.slice(-3)).toEqual(["safeguard.claimed", "safeguard.dropped", "safeguard.claimed"]);
});

test("a claim of another practice is not found", async () => {
  const { safeguardId } = await makeClaim();
  const { owner } = await makePractice();
  for (const act of [dropSafeguard, takeUpSafeguard])
    await expect(act(owner, { safeguardId })).rejects.toBeInstanceOf(NotFound);
});

test("of two who drop it at once, one does", async () => {
  const { made, safeguardId } = await makeClaim();
  const both = [dropSafeguard(made.owner, { safeguardId }), dropSafeguard(made.owner, { safeguardId })];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
});
