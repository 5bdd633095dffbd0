import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { eventDetails, events, type Patient, users } from "@/db/schema";
import { messagesOf } from "@/lib/auth/door.fixture";
import { listMembershipsIn } from "@/lib/auth/memberships";
import { findAsPatient } from "@/lib/auth/person";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { getStaffMember } from "@/lib/practices/queries";
import { testDatabase } from "@/test/database";
import {
  type MadePractice,
  makePatient,
  makePractice,
  makeStaff,
  testAddress,
  trailOf,
} from "@/test/factories";
import { editPatient } from "./edit-patient";
import type { EditPatientInput } from "./input";
import { makeEntryCode } from "./make-entry-code";
import { proveFirstEntry } from "./prove-first-entry";
import { getPatient, patientsOfUser } from "./queries";
import { editableFacts } from "./rules";

await testDatabase();

function edited(patient: Patient, changes: Partial<EditPatientInput> = {}): EditPatientInput {
  const { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId } = patient;
  const columns = { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId };
  return { ...columns, patientId: patient.id, loaded: editableFacts(patient), ...changes };
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

  test("of a form that a colleague's change has overtaken is refused and overwrites nothing", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made, { phone: "555-0101" });
    const email = testAddress();
    await editPatient(made.office, edited(patient, { email }));
    const stale = edited(patient, { phone: "555-0102" });
    await expect(editPatient(made.therapist, stale)).rejects.toMatchObject({ reason: "changed-meanwhile" });
    const kept = await readPractice(made.system, (tx) => getPatient(tx, made.system, patient.id));
    expect(kept).toMatchObject({ email, phone: "555-0101" });

    const seen = { ...stale, email, loaded: editableFacts(kept) };
    await editPatient(made.therapist, seen);
    await editPatient(made.therapist, seen);
    expect(await trailOf(made.practice.id)).toMatchObject([
      { name: "patient.address-changed" },
      { name: "patient.edited", changed: ["phone"] },
    ]);
  });

  test("notes whose mailbox it is when the practice says so", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made, { dateOfBirth: "2015-01-01" });
    await editPatient(made.office, edited(patient, { mailboxOf: "patient" }));
    expect(await trailOf(made.practice.id)).toMatchObject([
      { name: "patient.edited", changed: ["mailboxOf"] },
    ]);
    await expect(editPatient(made.office, edited(patient, { email: testAddress() }))).rejects.toMatchObject({
      reason: "mailbox-owner-needed",
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

  test("is told to the old mailbox, in the patient's language, though it stands for them no longer", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made, { language: "es" });
    await editPatient(made.office, edited(patient, { email: testAddress() }));
    expect(await messagesOf(made)).toMatchObject([
      { kind: "address-changed", userId: ctx.userId, toAddress: patient.email, language: "es" },
    ]);
  });

  test("where there was none tells nobody", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made, { email: null });
    await editPatient(made.office, edited(patient, { email: testAddress() }));
    expect(await messagesOf(made)).toEqual([]);
  });

  test("taken away leaves nobody who can come in, and is told", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    await editPatient(made.office, edited(patient, { email: null }));
    expect(await membershipsOf(made, ctx.userId)).toEqual([]);
    expect(await messagesOf(made)).toMatchObject([{ kind: "address-changed", toAddress: patient.email }]);
  });

  test("of another adult is refused, by address or by a corrected date of birth", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made);
    const { patient: other } = await makePatient(made);
    const { patient: child } = await makePatient(made, { email: patient.email, dateOfBirth: "2019-01-01" });
    const reason = "address-of-another-patient";

    await expect(editPatient(made.office, edited(other, { email: patient.email }))).rejects.toMatchObject({
      reason,
    });
    const grown = edited(child, { dateOfBirth: "1990-01-01" });
    await expect(editPatient(made.office, grown)).rejects.toMatchObject({ reason: "mailbox-of-adult" });
    const own = { ...grown, mailboxOf: "patient" as const };
    await expect(editPatient(made.office, own)).rejects.toMatchObject({ reason });
  });

  test("of somebody who works here is refused", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made);
    const { email } = await readPractice(made.system, (tx) =>
      getStaffMember(tx, made.system, made.therapist.staffId),
    );
    await expect(editPatient(made.office, edited(patient, { email }))).rejects.toMatchObject({
      reason: "address-of-staff",
    });
  });

  test("given up and taken again has to prove the second fact anew", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    const { email } = patient;
    await editPatient(made.office, edited(patient, { email: testAddress() }));
    const meanwhile = await readPractice(made.system, (tx) => getPatient(tx, made.system, patient.id));
    await editPatient(made.office, edited(meanwhile, { email }));

    const { userId, practiceId, arrival } = ctx;
    const entering = () =>
      readPractice(made.system, (tx) => findAsPatient(tx, { userId, practiceId, arrival }));
    expect(await entering()).toMatchObject({ ctx: { patientIds: [] }, unprovenPatientIds: [patient.id] });
    const { code } = await makeEntryCode(made.therapist, { patientId: patient.id });
    await proveFirstEntry({ ...ctx, patientIds: [] }, { code });
    expect(await entering()).toMatchObject({ ctx: { patientIds: [patient.id] }, unprovenPatientIds: [] });
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
