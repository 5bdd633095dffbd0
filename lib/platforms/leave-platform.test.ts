import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { recordEvent } from "@/lib/audit/record-event";
import { NotFound } from "@/lib/errors";
import { inPractice, readPractice, type Tx } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { listLeavings } from "./history";
import { leavePlatform } from "./leave-platform";
import { listedPlatform, meetOn, placeOn, seenPlatform } from "./listed.fixture";
import { returnToPlatform } from "./return-to-platform";
import { writePlacement } from "./write-placement";

await testDatabase();

const later = new Date("2999-01-01T00:00:00Z");

async function makeListed() {
  const made = await makePractice();
  const { id } = await listedPlatform(made);
  const leave = () => leavePlatform(made.owner, { platformId: id, why: "Summaries without asking." });
  const leavings = () => readPractice(made.owner, (tx) => listLeavings(tx, made.owner));
  return { made, id, leave, leavings };
}

test("why it was left stays readable, also when the practice comes back to it", async () => {
  const { made, id, leave, leavings } = await makeListed();
  await leave();
  expect((await seenPlatform(made, id)).leftAt).toBeInstanceOf(Date);
  await returnToPlatform(made.therapist, { platformId: id });
  expect((await seenPlatform(made, id)).leftAt).toBeNull();
  await leave();
  const first = {
    why: "Summaries without asking.",
    leftByName: "Test owner",
    returnedByName: "Test therapist",
  };
  expect(await leavings()).toMatchObject([{ returnedAt: null, returnedByName: null }, first]);
});

test("the events are recorded", async () => {
  const { made, id, leave } = await makeListed();
  await leave();
  await returnToPlatform(made.owner, { platformId: id });
  const names = (await trailOf(made.practice.id)).map(({ name }) => name);
  expect(names).toEqual(["platform.listed", "platform.left", "platform.returned-to"]);
});

describe("it is not left while", () => {
  test("the practice meets on it, or will", async () => {
    const { made, id, leave } = await makeListed();
    await meetOn(made, id, later);
    await expect(leave()).rejects.toMatchObject({ reason: "platform-is-default" });
  });

  test("somebody meets on it, and it says how many", async () => {
    const { made, id, leave, leavings } = await makeListed();
    for (const calledName of ["Ana", "Ben"]) {
      const { patient } = await makePatient(made, { calledName });
      await placeOn(made, patient.id, id);
    }
    await expect(leave()).rejects.toMatchObject({ reason: "platform-of-somebody", details: { count: 2 } });
    expect(await leavings()).toEqual([]);
  });

  test("somebody comes back to it after a trial", async () => {
    const { made, id, leave } = await makeListed();
    const { patient } = await makePatient(made);
    const other = await listedPlatform(made, { kind: "phone" });
    await placeOn(made, patient.id, id);
    await placeOn(made, patient.id, other.id, later);
    await expect(leave()).rejects.toMatchObject({ reason: "platform-of-somebody", details: { count: 1 } });
  });

  test("it is left already", async () => {
    const { leave } = await makeListed();
    await leave();
    await expect(leave()).rejects.toMatchObject({ reason: "platform-already-left" });
  });
});

test("those whose care has ended do not hold it", async () => {
  const { made, id, leave } = await makeListed();
  const { patient } = await makePatient(made, { archived: true });
  await placeOn(made, patient.id, id);
  await expect(leave()).resolves.toBeUndefined();
});

test("what was not left is not returned to", async () => {
  const { made, id } = await makeListed();
  const returned = returnToPlatform(made.owner, { platformId: id });
  await expect(returned).rejects.toMatchObject({ reason: "platform-not-left" });
});

test("another practice finds none of it", async () => {
  const { id: platformId } = await makeListed();
  const { owner } = await makePractice();
  await expect(leavePlatform(owner, { platformId, why: "-" })).rejects.toBeInstanceOf(NotFound);
  await expect(returnToPlatform(owner, { platformId })).rejects.toBeInstanceOf(NotFound);
});

test("of two at once, one leaves it; and one returns to it", async () => {
  const { made, id, leave } = await makeListed();
  const outcomes = async (both: Promise<unknown>[]) =>
    (await Promise.allSettled(both)).map(({ status }) => status).toSorted();
  expect(await outcomes([leave(), leave()])).toEqual(["fulfilled", "rejected"]);
  const back = () => returnToPlatform(made.owner, { platformId: id });
  expect(await outcomes([back(), back()])).toEqual(["fulfilled", "rejected"]);
});

test("whoever is being put on it comes first, and it is not left under them", async () => {
  const { made, id, leave, leavings } = await makeListed();
  const { patient } = await makePatient(made);
  const held = Promise.withResolvers<void>();
  const placing = inPractice(made.owner, async (tx, now) => {
    await lockPatient(tx, made.owner, patient.id);
    held.resolve();
    await somebodyWaits(tx);
    const placed = { patientId: patient.id, platformId: id, since: now, origin: "staff" } as const;
    const { id: placementId } = await writePlacement(tx, made.owner, placed, now);
    const about = { patient: patient.id, placementId, platformId: id, origin: "staff" };
    await recordEvent(tx, made.owner, { name: "patient.placed", ...about });
  });
  await held.promise;
  await expect(leave()).rejects.toMatchObject({ reason: "platform-of-somebody" });
  await placing;
  expect(await leavings()).toEqual([]);
});

async function somebodyWaits(tx: Tx): Promise<void> {
  const waiting = sql`select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')`;
  while ((await tx.execute(waiting)).length === 0);
}
