import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  type MadePractice,
  makePatient,
  makePractice,
  makeStaff,
  testAddress,
  trailOf,
} from "@/db/factories";
import { eventDetails, events, type Patient, users } from "@/db/schema";
import { listMembershipsIn } from "@/lib/auth/memberships";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { editPatient } from "./edit-patient";
import type { EditPatientInput } from "./input";
import { getPatient, patientsOfUser } from "./queries";

await testDatabase();

function edited(patient: Patient, changes: Partial<EditPatientInput> = {}): EditPatientInput {
  const { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId } = patient;
  const columns = { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId };
  return { ...columns, patientId: patient.id, ...changes };
}

const membershipsOf = ({ system }: MadePractice, userId: string) =>
  readPractice(system, (tx) => listMembershipsIn(tx, userId, system.practiceId));

describe("editing a patient", () => {
  test("changes the fields and records which, keeping what they said before", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made, { phone: "555-0101" });
    await editPatient(made.office, edited(patient, { calledName: "Anita", phone: null }));

    await readPractice(made.system, async (tx) => {
      expect(await getPatient(tx, made.system, patient.id)).toMatchObject({
        calledName: "Anita",
        phone: null,
      });
      const [event] = await tx
        .select({ details: eventDetails.details })
        .from(eventDetails)
        .innerJoin(events, eq(events.id, eventDetails.eventId))
        .where(and(eq(events.patientId, patient.id), eq(events.name, "patient.edited")));
      expect(event?.details).toEqual({ calledName: "Ana", phone: "555-0101" });
    });
    expect(await trailOf(made.practice.id)).toMatchObject([
      { name: "patient.edited", patient: patient.id, changed: ["calledName", "phone"] },
    ]);
  });

  test("without a change records nothing", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made);
    await editPatient(made.office, edited(patient));
    expect(await trailOf(made.practice.id)).toEqual([]);
  });

  test("refuses what adding refuses", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made);
    const edit = (changes: Partial<EditPatientInput>) => editPatient(made.office, edited(patient, changes));
    await expect(edit({ legalName: " " })).rejects.toMatchObject({ reason: "name-empty" });
    await expect(edit({ email: "ana@patients" })).rejects.toMatchObject({ reason: "address-malformed" });
    await expect(edit({ treatingStaffId: made.office.staffId })).rejects.toMatchObject({
      reason: "treating-not-therapist",
    });
  });

  test("hands a patient over to a colleague, after which the first therapist does not find them", async () => {
    const made = await makePractice();
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const { patient } = await makePatient(made);
    await editPatient(made.therapist, edited(patient, { treatingStaffId: colleague.staffId }));
    await expect(editPatient(made.therapist, edited(patient))).rejects.toBeInstanceOf(NotFound);
  });

  test("is not for auditors, and finds nobody of another practice", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made);
    await expect(editPatient(made.auditor, edited(patient))).rejects.toMatchObject({
      reason: "not-your-role",
    });
    const { owner } = await makePractice();
    await expect(editPatient(owner, edited(patient, { calledName: "X" }))).rejects.toBeInstanceOf(NotFound);
  });
});

describe("another address", () => {
  test("closes the old mailbox and opens the new one, which has to prove itself", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    const email = testAddress();
    await editPatient(made.office, edited(patient, { email }));

    expect(await membershipsOf(made, ctx.userId)).toEqual([]);
    await readPractice(made.system, async (tx) => {
      const rows = await tx.select().from(users).where(eq(users.email, email));
      const [owned] = await patientsOfUser(tx, made.system, rows[0]?.id ?? "");
      expect(owned).toMatchObject({ id: patient.id, isProven: false });
      const [old] = await tx.select().from(users).where(eq(users.id, ctx.userId));
      expect(old?.email).toBe(patient.email);
    });
    expect(await trailOf(made.practice.id)).toMatchObject([
      { name: "patient.address-changed", patient: patient.id },
    ]);
  });

  test("taken away leaves nobody who can come in", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    await editPatient(made.office, edited(patient, { email: null }));
    expect(await membershipsOf(made, ctx.userId)).toEqual([]);
  });

  test("of another adult is refused, by address or by a corrected date of birth", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made);
    const { patient: other } = await makePatient(made);
    const { patient: child } = await makePatient(made, { email: patient.email, dateOfBirth: "2019-01-01" });
    const reason = "address-of-another-adult";

    await expect(editPatient(made.office, edited(other, { email: patient.email }))).rejects.toMatchObject({
      reason,
    });
    await expect(
      editPatient(made.office, edited(child, { dateOfBirth: "1990-01-01" })),
    ).rejects.toMatchObject({
      reason,
    });
  });

  test("the same one given to two adults at once goes to one", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made);
    const { patient: other } = await makePatient(made);
    const email = testAddress();
    const results = await Promise.allSettled(
      [patient, other].map((one) => editPatient(made.office, edited(one, { email }))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
