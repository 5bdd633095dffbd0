import { expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { withClock } from "@/lib/frozen-clock";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { viewPatient } from "./view-patient";

await testDatabase();

test("opening a record is noted once per person, patient and 15 minutes, with the reason", async () => {
  const made = await makePractice();
  const patientId = (await makePatient(made)).patient.id;
  const otherId = (await makePatient(made)).patient.id;

  await viewPatient(made.therapist, { patientId });
  await viewPatient(made.therapist, { patientId });
  await viewPatient(made.office, { patientId });
  await viewPatient(made.therapist, { patientId: otherId });
  await viewPatient(made.owner, { patientId });
  await viewPatient(made.auditor, { patientId });

  const viewed = (patient: string, reason: string) => ({ name: "patient.viewed", patient, reason });
  expect(await trailOf(made.practice.id)).toMatchObject([
    viewed(patientId, "treating"),
    viewed(patientId, "office"),
    viewed(otherId, "treating"),
    viewed(patientId, "owner"),
    viewed(patientId, "auditor"),
  ]);
});

test("a quarter of an hour later it is noted again", async () => {
  const made = await makePractice();
  const patientId = (await makePatient(made)).patient.id;
  await viewPatient(made.office, { patientId });
  const afterMinutes = (minutes: number) =>
    withClock(new Date(Date.now() + minutes * 60_000), () => viewPatient(made.office, { patientId }));
  await afterMinutes(14);
  expect(await trailOf(made.practice.id)).toHaveLength(1);
  await afterMinutes(16);
  expect(await trailOf(made.practice.id)).toHaveLength(2);
});

test("two tabs opened at once are one view", async () => {
  const made = await makePractice();
  const patientId = (await makePatient(made)).patient.id;
  await Promise.all([1, 2, 3].map(() => viewPatient(made.office, { patientId })));
  expect(await trailOf(made.practice.id)).toHaveLength(1);
});

test("a record one may not see is not found and leaves no view", async () => {
  const made = await makePractice();
  const patientId = (await makePatient(made)).patient.id;
  const colleague = await makeStaff(made, { roles: ["therapist"] });
  const { owner } = await makePractice();
  await expect(viewPatient(colleague, { patientId })).rejects.toBeInstanceOf(NotFound);
  await expect(viewPatient(owner, { patientId })).rejects.toBeInstanceOf(NotFound);
  expect(await trailOf(made.practice.id)).toEqual([]);
});
