import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import type { AuditEvent } from "@/lib/audit/events";
import { recordEvent } from "@/lib/audit/record-event";
import { withClock } from "@/lib/frozen-clock";
import { inPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { activityPage } from "./activity";

await testDatabase();
afterAll(closeDatabase);

const everything = { before: null, onlyOpened: false };

async function makeWatched() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const record = (by: typeof ctx | typeof made.therapist, event: AuditEvent, at: string) =>
    withClock(new Date(at), () => inPractice(by, (tx) => recordEvent(tx, by, event)));
  return { made, patient, ctx, record };
}

test("days are those of the practice, newest first, and one's own acts are marked", async () => {
  const { made, patient, ctx, record } = await makeWatched();
  const viewed = { name: "patient.viewed", patient: patient.id, reason: "treating" } as const;
  await record(made.therapist, viewed, "2030-03-02T07:30:00Z");
  await record(
    ctx,
    { name: "session.opened", patient: patient.id, authentication: "email-link" },
    "2030-03-02T09:00:00Z",
  );

  const { days } = await activityPage(ctx, everything, "en");
  expect(days.map(({ day }) => day)).toEqual(["2030-03-02", "2030-03-01"]);
  expect(days.map(({ entries }) => entries.map(({ by }) => by))).toEqual([["self"], ["practice"]]);
  const others = await activityPage(ctx, { before: null, onlyOpened: true }, "en");
  expect(others.days.flatMap(({ entries }) => entries.map(({ name }) => name))).toEqual(["patient.viewed"]);
});

test("what was done from an earlier address is not told as one's own", async () => {
  const { made, patient, ctx, record } = await makeWatched();
  const signedIn: AuditEvent = { name: "session.opened", patient: patient.id, authentication: "email-link" };
  await record({ ...ctx, userId: (await makePatient(made)).ctx.userId }, signedIn, "2030-03-02T19:00:00Z");
  await record(ctx, signedIn, "2030-03-02T20:00:00Z");
  const { days } = await activityPage(ctx, everything, "en");
  expect(days[0]?.entries.map(({ by }) => by)).toEqual(["self", "earlier"]);
});

test("a second fact that did not match is not told as one's own", async () => {
  const { patient, ctx, record } = await makeWatched();
  const missed: AuditEvent = { name: "patient.first-entry-missed", patient: patient.id };
  await record(ctx, missed, "2030-03-02T19:00:00Z");
  const { days } = await activityPage(ctx, everything, "en");
  expect(days[0]?.entries.map(({ by }) => by)).toEqual(["somebody"]);
});

test("only what is about them, and what patients read, is listed", async () => {
  const { made, patient, ctx, record } = await makeWatched();
  const other = await makePatient(made);
  await record(
    made.therapist,
    { name: "patient.edited", patient: other.patient.id, changed: [] },
    "2030-03-02T09:00:00Z",
  );
  const failed = { name: "document.seal-failed", patient: patient.id, signatureId: patient.id } as const;
  await record(made.therapist, failed, "2030-03-02T10:00:00Z");
  expect((await activityPage(ctx, everything, "en")).days).toEqual([]);
});

test("a day is never cut in two, and the next page goes on where this one ends", async () => {
  const { made, patient, ctx, record } = await makeWatched();
  const edited: AuditEvent = { name: "patient.edited", patient: patient.id, changed: [] };
  for (const [day, times] of [
    ["01", 3],
    ["02", 30],
    ["03", 20],
  ] as const) {
    for (let time = 0; time < times; time++) await record(made.therapist, edited, `2030-03-${day}T20:00:00Z`);
  }
  const first = await activityPage(ctx, everything, "en");
  expect(first.days.map(({ entries }) => entries.length)).toEqual([20, 30]);
  expect(first.before).toBe("2030-03-02");
  const second = await activityPage(ctx, { ...everything, before: first.before }, "en");
  expect(second.days.map(({ entries }) => entries.length)).toEqual([3]);
  expect(second.before).toBeNull();
});
