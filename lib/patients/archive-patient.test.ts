import { expect, test } from "vitest";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { listOpenConversations } from "@/lib/conversations/queries";
import { talkFirst } from "@/lib/conversations/talk-first";
import { NotFound, Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { listOpenRequests } from "@/lib/requests/open-requests";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, trailOf } from "@/test/factories";
import { archivePatient } from "./archive-patient";
import { listLockedEntries } from "./locked-entries";
import { proveFirstEntry } from "./prove-first-entry";
import { getPatient, getPatients } from "./queries";
import { restorePatient } from "./restore-patient";
import { missesUntilLocked } from "./rules";

await testDatabase();

test("an archived patient stays readable and is reported as archived, until restored", async () => {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const patientId = patient.id;
  const isArchived = () =>
    readPractice(made.office, async (tx) => (await getPatients(tx, made.office, [patientId]))[0]?.isArchived);

  await archivePatient(made.office, { patientId });
  expect(await isArchived()).toBe(true);
  const shown = await readPractice(ctx, (tx) => getPatient(tx, ctx, patientId));
  expect(shown.archivedAt).toBeInstanceOf(Date);

  await restorePatient(made.office, { patientId });
  expect(await isArchived()).toBe(false);
  await archivePatient(made.therapist, { patientId });
  expect(await isArchived()).toBe(true);
  expect(await trailOf(made.practice.id)).toMatchObject([
    { name: "patient.archived", patient: patientId },
    { name: "patient.restored", patient: patientId },
    { name: "patient.archived", patient: patientId, actor: { id: made.therapist.staffId } },
  ]);
});

test("what waits for an archived patient is nobody's work, until restored", async () => {
  const { made, patient, ctx, requestId } = await makeAsked();
  await talkFirst(ctx, requestId);
  const { patient: locked, ctx: stranger } = await makePatient(made, { unproven: true });
  for (let miss = 0; miss < missesUntilLocked; miss += 1) {
    await expect(proveFirstEntry(stranger, { dateOfBirth: "1990-01-01" })).rejects.toBeInstanceOf(Refused);
  }
  const waiting = () =>
    readPractice(made.office, async (tx) => ({
      questions: (await listOpenRequests(tx, made.office)).length,
      conversations: (await listOpenConversations(tx, made.office)).length,
      lockedEntries: (await listLockedEntries(tx, made.office)).length,
    }));

  const work = { questions: 1, conversations: 1, lockedEntries: 1 };
  expect(await waiting()).toEqual(work);
  for (const { id: patientId } of [patient, locked]) await archivePatient(made.office, { patientId });
  expect(await waiting()).toEqual({ questions: 0, conversations: 0, lockedEntries: 0 });
  for (const { id: patientId } of [patient, locked]) await restorePatient(made.office, { patientId });
  expect(await waiting()).toEqual(work);
});

test("archiving twice and restoring twice are refused, also at once", async () => {
  const made = await makePractice();
  const patientId = (await makePatient(made)).patient.id;
  const archiving = await Promise.allSettled([1, 2].map(() => archivePatient(made.owner, { patientId })));
  expect(archiving.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(archivePatient(made.owner, { patientId })).rejects.toMatchObject({
    reason: "already-archived",
  });

  const restoring = await Promise.allSettled([1, 2].map(() => restorePatient(made.owner, { patientId })));
  expect(restoring.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(restorePatient(made.owner, { patientId })).rejects.toMatchObject({ reason: "not-archived" });
});

test("auditors change nothing, and other people's patients are not found", async () => {
  const made = await makePractice();
  const patientId = (await makePatient(made)).patient.id;
  await expect(archivePatient(made.auditor, { patientId })).rejects.toMatchObject({
    reason: "not-your-role",
  });

  const colleague = await makeStaff(made, { roles: ["therapist"] });
  const { owner } = await makePractice();
  for (const ctx of [colleague, owner]) {
    await expect(archivePatient(ctx, { patientId })).rejects.toBeInstanceOf(NotFound);
    await expect(restorePatient(ctx, { patientId })).rejects.toBeInstanceOf(NotFound);
  }
});
