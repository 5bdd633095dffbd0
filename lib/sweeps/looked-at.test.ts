import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { recordEvent } from "@/lib/audit/record-event";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { talkFirst } from "@/lib/conversations/talk-first";
import { inPractice } from "@/lib/in-practice";
import { sendOwedMessages } from "@/lib/messages/send-owed-messages";
import { remindDueSittings } from "@/lib/requests/remind";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";

const { superuserUrl, asSuperuser } = await ownDatabase();
const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
const still = new AbortController().signal;
afterAll(async () => {
  await superuser.end();
  await closeDatabase();
});

/** In how many minutes somebody looks again; below zero at once. */
async function minutesUntil(kind: string, practiceId: string): Promise<number> {
  const [row] = await superuser`
    select extract(epoch from due_at - now()) / 60 as minutes from work.owed
     where kind = ${kind} and practice_id = ${practiceId}`;
  return Number(row?.minutes);
}

test("a question that is due on the list and not by the facts is looked at once an hour", async () => {
  const { ctx, input } = await makeAsked();
  await asSuperuser("update messages set not_before = null");
  await sendOwedMessages(still, async () => ({ state: "delivered" }));
  await asSuperuser("update message_deliveries set delivered_at = delivered_at - interval '30 days'");
  await talkFirst(ctx, input.requestId);
  expect(await minutesUntil("reminder", ctx.practiceId)).toBeLessThan(0);
  expect(await remindDueSittings(still)).toBe(0);
  expect(await minutesUntil("reminder", ctx.practiceId)).toBeGreaterThan(55);
});

const { system } = await makePractice();
const record = () => inPractice(system, (tx) => recordEvent(tx, system, { name: "practice.created" }));
const untilSigning = () => minutesUntil("checkpoint", system.practiceId);

beforeAll(record);

test("a trail that was never signed is looked at at once, one that was is an hour later", async () => {
  expect(await untilSigning()).toBeLessThan(0.1);
  await signTrail(system);
  expect(await untilSigning()).toBeNaN();
  await record();
  expect(await untilSigning()).toBeGreaterThan(55);
});

test("with every thousandth entry a trail is looked at at once", async () => {
  await superuser`update audit_heads set size = 998 where practice_id = ${system.practiceId}`;
  await record();
  expect(await untilSigning()).toBeGreaterThan(55);
  await record();
  expect(await untilSigning()).toBeLessThan(0.1);
});
