import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { chooseNextAppointment } from "./choose-next-appointment";
import { endNextAppointment } from "./end-next-appointment";
import { listNextAppointments } from "./next-appointments";
import { fates, makeWishing, metOn, read, sayYes, type Wishing, wish } from "./wishes.fixture";

await testDatabase();
afterAll(closeDatabase);

const chosen = ({ made, patient }: Wishing) =>
  readPractice(made.owner, (tx) => listNextAppointments(tx, made.owner, [patient.id]));

test("the phone for the next appointment is chosen at once, by either side, and nothing else changes", async () => {
  const wishing = await makeWishing();
  const { ctx, patient, ways, made } = wishing;
  await chooseNextAppointment(ctx, { patientId: patient.id, platformId: ways.phone });
  expect(await chosen(wishing)).toMatchObject([{ platformId: ways.phone, side: "patient" }]);
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
    name: "next-appointment.chosen",
    platformId: ways.phone,
  });
  await chooseNextAppointment(made.office, { patientId: patient.id, platformId: ways["in-person"] });
  expect(await chosen(wishing)).toMatchObject([{ platformId: ways["in-person"], side: "practice" }]);
  expect(await metOn(wishing, [new Date()])).toEqual([ways.zoom]);
});

test("a wish may carry the choice", async () => {
  const wishing = await makeWishing();
  await wish(wishing, { next: wishing.ways["in-person"] });
  expect(await chosen(wishing)).toMatchObject([{ platformId: wishing.ways["in-person"] }]);
});

test("two choices at once leave one open", async () => {
  const wishing = await makeWishing();
  const { ctx, patient, ways } = wishing;
  await Promise.all([
    chooseNextAppointment(ctx, { patientId: patient.id, platformId: ways.phone }),
    chooseNextAppointment(ctx, { patientId: patient.id, platformId: ways["in-person"] }),
  ]);
  expect(await chosen(wishing)).toHaveLength(1);
});

test("it ends once: it took place, or the patient lets it be", async () => {
  const wishing = await makeWishing();
  const { ctx, patient, ways, made } = wishing;
  await chooseNextAppointment(ctx, { patientId: patient.id, platformId: ways.phone });
  const choiceId = (await chosen(wishing))[0]?.id ?? "";
  const tries = [endNextAppointment(ctx, { choiceId }), endNextAppointment(made.office, { choiceId })];
  expect(fates(await Promise.allSettled(tries))).toEqual(["choice-over", "done"]);
  expect(await chosen(wishing)).toEqual([]);
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
    name: "next-appointment.ended",
    choiceId,
  });
});

test("another video service, or how they meet anyhow, is no such choice; strangers and auditors have none", async () => {
  const wishing = await makeWishing();
  const { ctx, patient, ways, made } = wishing;
  const choose = (platformId: string) => chooseNextAppointment(ctx, { patientId: patient.id, platformId });
  await expect(choose(ways.other)).rejects.toMatchObject({ reason: "not-for-one-appointment" });
  const wishId = await wish(wishing);
  await sayYes(wishing, wishId);
  await read(ctx, wishId);
  await expect(choose(ways.phone)).rejects.toMatchObject({ reason: "already-meeting-there" });
  const input = { patientId: patient.id, platformId: ways["in-person"] };
  await expect(chooseNextAppointment(made.auditor, input)).rejects.toMatchObject({ reason: "not-your-role" });
  const other = await makePractice();
  await expect(chooseNextAppointment(other.owner, input)).rejects.toHaveProperty("name", "NotFound");
  await choose(ways["in-person"]);
  const choiceId = (await chosen(wishing))[0]?.id ?? "";
  await expect(endNextAppointment(other.owner, { choiceId })).rejects.toHaveProperty("name", "NotFound");
});
