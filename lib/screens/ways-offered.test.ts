import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { makeWishing, say, wish } from "@/lib/wishes/wishes.fixture";
import { testDatabase } from "@/test/database";
import { patientPage } from "./desk/patient";
import { wishPage } from "./desk/wish";
import { myPlatformPage } from "./my/platform";

await testDatabase();
afterAll(closeDatabase);

test("patients are offered the ways that the desk could put them on, and no others", async () => {
  const { made, ctx, patient } = await makeWishing();
  const offered = (await myPlatformPage(ctx, "en")).people[0]?.ways.map(({ label }) => label);
  const { proposable } = (await patientPage(made.therapist, patient.id, "en")).wishes;
  expect(offered).toEqual(["phone", "in person"]);
  expect(proposable.map(({ label }) => label)).toEqual(offered);
});

test("who is not sure is talked with, and that they talked is noted where the wish stands", async () => {
  const wishing = await makeWishing();
  const { made } = wishing;
  const wishId = await wish(wishing, { wish: "not-sure" });
  const toConclude = async (ctx = made.therapist) => (await wishPage(ctx, wishId, "en")).toConclude;
  const conversationId = await toConclude();
  expect(conversationId).toEqual(expect.any(String));
  expect(await toConclude(made.auditor)).toBeNull();
  await concludeConversation(made.therapist, {
    conversationIds: [conversationId ?? ""],
    outcome: "questions-answered",
    note: "",
  });
  expect(await toConclude()).toBeNull();
});

test("of a wish that names a way it is noted once one said that one would talk", async () => {
  const wishing = await makeWishing();
  const wishId = await wish(wishing);
  const toConclude = async () => (await wishPage(wishing.made.therapist, wishId, "en")).toConclude;
  expect(await toConclude()).toBeNull();
  await say(wishing, wishId, { decision: "talk" });
  expect(await toConclude()).toEqual(expect.any(String));
});
