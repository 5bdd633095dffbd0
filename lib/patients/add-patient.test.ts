import { describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { endRole } from "@/lib/practices/end-role";
import { grantRole } from "@/lib/practices/grant-role";
import { getStaffMember } from "@/lib/practices/queries";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff, testAddress, trailOf } from "@/test/factories";
import { addPatient } from "./add-patient";
import type { AddPatientInput } from "./input";
import { getPatient } from "./queries";

await testDatabase();

function patientInput(changes: Partial<AddPatientInput> = {}): AddPatientInput {
  return {
    legalName: "Ana María Ruiz",
    calledName: null,
    email: testAddress(),
    phone: "555-0101",
    language: "es",
    dateOfBirth: "1988-04-12",
    treatingStaffId: null,
    ...changes,
  };
}

const read = (ctx: Context, id: string) => readPractice(ctx, (tx) => getPatient(tx, ctx, id));

describe("adding a patient", () => {
  test("keeps what was typed, names the therapist and records it", async () => {
    const { office, therapist } = await makePractice();
    const email = testAddress();
    const added = await addPatient(
      office,
      patientInput({ legalName: " Ana   Mari\u0301a Ruiz ", email: ` ${email.toUpperCase()}` }),
    );

    expect(await read(office, added.id)).toMatchObject({
      legalName: "Ana María Ruiz",
      calledName: "Ana",
      email,
      treatingStaffId: therapist.staffId,
      treatingName: "Test therapist",
      addedBy: office.staffId,
      archivedAt: null,
    });
    expect(await trailOf(office.practiceId)).toMatchObject([
      { name: "patient.added", patient: added.id, actor: { kind: "staff", id: office.staffId } },
    ]);
  });

  test("works without an address: nobody can come in for them yet", async () => {
    const { owner } = await makePractice();
    const added = await addPatient(owner, patientInput({ email: null, phone: null }));
    expect(await read(owner, added.id)).toMatchObject({ email: null, phone: null });
  });

  test("by a therapist makes them the therapist's own, and never a colleague's", async () => {
    const made = await makePractice();
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const added = await addPatient(colleague, patientInput());
    expect(added.treatingStaffId).toBe(colleague.staffId);

    const forColleague = patientInput({ treatingStaffId: made.therapist.staffId });
    await expect(addPatient(colleague, forColleague)).rejects.toMatchObject({ reason: "treating-not-you" });
  });

  test("needs a therapist to be named where several treat", async () => {
    const made = await makePractice();
    await makeStaff(made, { roles: ["therapist"] });
    await expect(addPatient(made.office, patientInput())).rejects.toMatchObject({
      reason: "therapist-needed",
    });
    for (const treatingStaffId of [made.office.staffId, (await makePractice()).therapist.staffId]) {
      await expect(addPatient(made.office, patientInput({ treatingStaffId }))).rejects.toMatchObject({
        reason: "treating-not-therapist",
      });
    }
  });

  test.each<[string, Partial<AddPatientInput>]>([
    ["name-empty", { legalName: "\u2060" }],
    ["name-bidi-characters", { legalName: "Ana \u202eRuiz" }],
    ["address-two-recipients", { email: "a@patients.test,b@patients.test" }],
    ["address-quoted", { email: '"a b"@patients.test' }],
    ["phone-malformed", { phone: "none" }],
    ["date-of-birth-in-future", { dateOfBirth: "2999-01-01" }],
    ["date-of-birth-not-a-day", { dateOfBirth: "1988-02-30" }],
  ])("refuses %s", async (reason, changes) => {
    const { owner } = await makePractice();
    await expect(addPatient(owner, patientInput(changes))).rejects.toMatchObject({ reason });
    expect(await trailOf(owner.practiceId)).toEqual([]);
  });

  test("names the character of a name that no document could show", async () => {
    const { owner } = await makePractice();
    await expect(addPatient(owner, patientInput({ legalName: "Ana 王" }))).rejects.toMatchObject({
      reason: "name-not-drawable",
      details: { character: "王" },
    });
  });
});

describe("one address for several people", () => {
  test("is refused for a second adult, also when the first one is archived", async () => {
    const made = await makePractice();
    const email = testAddress();
    await makePatient(made, { email, archived: true });
    await expect(addPatient(made.owner, patientInput({ email }))).rejects.toMatchObject({
      reason: "address-of-another-patient",
    });
  });

  test("is refused when somebody who works here has it, and not once they have left", async () => {
    const made = await makePractice();
    const { staffId } = await makeStaff(made, { roles: ["office"] });
    const { email } = await readPractice(made.system, (tx) => getStaffMember(tx, made.system, staffId));
    await expect(addPatient(made.owner, patientInput({ email }))).rejects.toMatchObject({
      reason: "address-of-staff",
    });
    await endRole(made.owner, { staffId, role: "office" });
    await addPatient(made.owner, patientInput({ email }));
    await expect(grantRole(made.owner, { staffId, role: "office" })).rejects.toMatchObject({
      reason: "address-of-patient",
    });
  });

  test("is fine for a parent and children", async () => {
    const { owner } = await makePractice();
    const email = testAddress();
    await addPatient(owner, patientInput({ email, dateOfBirth: "2018-05-01", mailboxOf: "parent" }));
    await addPatient(owner, patientInput({ email }));
    await addPatient(owner, patientInput({ email, dateOfBirth: "2020-05-01", mailboxOf: "guardian" }));
  });

  test("needs the practice to say whose it is while the patient is under age", async () => {
    const { owner } = await makePractice();
    const child = patientInput({ dateOfBirth: "2018-05-01" });
    await expect(addPatient(owner, child)).rejects.toMatchObject({ reason: "mailbox-owner-needed" });
    expect(await addPatient(owner, { ...child, email: null })).toMatchObject({ mailboxOf: null });
    const other = { ...child, legalName: "Eva Ruiz" };
    expect(await addPatient(owner, { ...other, mailboxOf: "patient" })).toMatchObject({
      mailboxOf: "patient",
    });
    const adult = patientInput({ mailboxOf: "parent" });
    await expect(addPatient(owner, adult)).rejects.toMatchObject({ reason: "mailbox-of-adult" });
    expect(await addPatient(owner, patientInput())).toMatchObject({ mailboxOf: "patient" });
  });

  test("says nothing about the patients of another practice", async () => {
    const email = testAddress();
    await makePatient(await makePractice(), { email });
    const { owner } = await makePractice();
    await addPatient(owner, patientInput({ email }));
  });

  test("two adults at once: one is added", async () => {
    const { owner } = await makePractice();
    const email = testAddress();
    const results = await Promise.allSettled([
      addPatient(owner, patientInput({ email })),
      addPatient(owner, patientInput({ email })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("a patient of another practice is not found, nor one who is nobody", async () => {
  const { owner } = await makePractice();
  const { patient } = await makePatient(await makePractice());
  await expect(read(owner, patient.id)).rejects.toBeInstanceOf(NotFound);
  await expect(read(owner, crypto.randomUUID())).rejects.toBeInstanceOf(NotFound);
});

describe("a second patient of the same name and birth date", () => {
  test("is asked about, and added once it is another person", async () => {
    const { owner } = await makePractice();
    const { id } = await addPatient(owner, patientInput());
    const again = patientInput({ legalName: "Ana Maria Ruiz" });
    await expect(addPatient(owner, again)).rejects.toMatchObject({
      reason: "same-patient-there",
      details: { patientId: id, name: "Ana María Ruiz" },
    });
    const other = await addPatient(owner, { ...again, otherThan: id });
    await expect(
      addPatient(owner, { ...again, email: testAddress(), otherThan: other.id }),
    ).resolves.toBeTruthy();
  });

  test.each([[{ legalName: "Ana Ruiz" }], [{ dateOfBirth: "1988-04-13" }]])(
    "is nobody to ask about with %j",
    async (changes) => {
      const { owner } = await makePractice();
      await addPatient(owner, patientInput());
      await expect(addPatient(owner, patientInput(changes))).resolves.toHaveProperty("id");
    },
  );

  test("is asked about anew when the answer was about somebody else", async () => {
    const { owner } = await makePractice();
    const { id: otherThan } = await addPatient(owner, patientInput({ legalName: "Ben Ortiz" }));
    await addPatient(owner, patientInput());
    await expect(addPatient(owner, patientInput({ otherThan }))).rejects.toMatchObject({
      reason: "same-patient-there",
    });
  });

  test("is not told to a therapist who may not see the first, nor to another practice", async () => {
    const made = await makePractice();
    await addPatient(made.therapist, patientInput());
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    await expect(addPatient(colleague, patientInput())).resolves.toHaveProperty("id");
    await expect(addPatient((await makePractice()).owner, patientInput())).resolves.toHaveProperty("id");
  });
});
