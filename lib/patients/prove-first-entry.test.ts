import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { users } from "@/db/schema";
import type { PatientContext, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { withClock } from "@/lib/frozen-clock";
import { inSignIn, readPractice } from "@/lib/in-practice";
import { endRole } from "@/lib/practices/end-role";
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
import { entryState } from "./entry-state";
import { makeEntryCode } from "./make-entry-code";
import { proveFirstEntry } from "./prove-first-entry";
import { patientsOfUser } from "./queries";
import { editableFacts } from "./rules";

await testDatabase();

const born = (dateOfBirth: string) => ({ dateOfBirth });
const handed = (code: string) => ({ code });
const right = born("1988-04-12");
const wrong = born("1988-04-13");
const mismatch = { reason: "entry-mismatch" };
const locked = { reason: "entry-locked" };

const proven = (ctx: PatientContext) =>
  readPractice(ctx, async (tx) =>
    (await patientsOfUser(tx, ctx, ctx.userId)).filter(({ isProven }) => isProven),
  );
const miss = async (ctx: PatientContext, times: number) => {
  for (let time = 0; time < times; time++)
    await expect(proveFirstEntry(ctx, wrong)).rejects.toMatchObject(mismatch);
};
const named = (names: string[], patient: string) =>
  names.map((name) => ({ name: `patient.${name}`, patient }));

async function newcomer(made: MadePractice) {
  const { patient, ctx } = await makePatient(made, { unproven: true });
  return { patientId: patient.id, ctx };
}

describe("the first entry", () => {
  test("is proven by the date of birth, once, and recorded", async () => {
    const made = await makePractice();
    const { patientId, ctx } = await newcomer(made);
    expect(await proveFirstEntry(ctx, right)).toEqual([patientId]);
    expect(await proveFirstEntry(ctx, wrong)).toEqual([]);

    expect((await proven(ctx)).map(({ id }) => id)).toEqual([patientId]);
    expect(await trailOf(made.practice.id)).toMatchObject(named(["first-entry-proven"], patientId));
  });

  test("two tabs at once prove it once", async () => {
    const made = await makePractice();
    const { ctx } = await newcomer(made);
    await Promise.all([proveFirstEntry(ctx, right), proveFirstEntry(ctx, right)]);
    expect(await trailOf(made.practice.id)).toHaveLength(1);
  });

  test("keeps every miss and answers all of them alike", async () => {
    const made = await makePractice();
    const { patientId, ctx } = await newcomer(made);
    await miss(ctx, 1);
    await expect(proveFirstEntry(ctx, handed("AAAA-AAAA"))).rejects.toMatchObject({
      ...mismatch,
      details: {},
    });
    expect(await proven(ctx)).toEqual([]);
    expect(await trailOf(made.practice.id)).toMatchObject(
      named(["first-entry-missed", "first-entry-missed"], patientId),
    );
  });

  test("is closed by the fifth miss, for the right fact too, until there is a new code", async () => {
    const made = await makePractice();
    const { patientId, ctx } = await newcomer(made);
    await miss(ctx, 4);
    await expect(proveFirstEntry(ctx, wrong)).rejects.toMatchObject(locked);
    await expect(proveFirstEntry(ctx, right)).rejects.toMatchObject(locked);
    expect((await trailOf(made.practice.id)).slice(-2)).toMatchObject(
      named(["first-entry-missed", "entry-locked"], patientId),
    );

    await makeEntryCode(made.office, { patientId });
    await miss(ctx, 1);
    expect(await proveFirstEntry(ctx, right)).toEqual([patientId]);
  });

  test("five wrong guesses at once are five misses", async () => {
    const made = await makePractice();
    const { ctx } = await newcomer(made);
    await Promise.allSettled(Array.from({ length: 8 }, () => proveFirstEntry(ctx, wrong)));
    await expect(proveFirstEntry(ctx, right)).rejects.toMatchObject(locked);
    const names = (await trailOf(made.practice.id)).map(({ name }) => name);
    expect(names.filter((name) => name === "patient.first-entry-missed")).toHaveLength(5);
  });

  test("opens of several patients in one mailbox only the one whose fact was known", async () => {
    const made = await makePractice();
    const email = testAddress();
    const { ctx } = await makePatient(made, { email, unproven: true });
    const child = await makePatient(made, { email, unproven: true, dateOfBirth: "2018-05-01" });

    expect(await proveFirstEntry(ctx, born("2018-05-01"))).toEqual([child.patient.id]);
    expect((await proven(ctx)).map(({ id }) => id)).toEqual([child.patient.id]);
    await miss(ctx, 1);
  });

  test("is no door for somebody who is no patient here", async () => {
    const made = await makePractice();
    const { ctx } = await newcomer(await makePractice());
    const elsewhere = { ...ctx, practiceId: made.practice.id };
    await expect(proveFirstEntry(elsewhere, right)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("after another address", () => {
  async function moved(made: MadePractice, by: StaffContext) {
    const { patient } = await makePatient(made);
    const email = testAddress();
    const loaded = editableFacts(patient);
    await editPatient(by, { ...loaded, email, patientId: patient.id, loaded });
    const [user] = await inSignIn((tx) => tx.select().from(users).where(eq(users.email, email)));
    const ctx = { ...patientContextOf(made), userId: user?.id ?? "" };
    return { patientId: patient.id, ctx };
  }
  const patientContextOf = (made: MadePractice): PatientContext => ({
    kind: "patient",
    practiceId: made.practice.id,
    userId: "",
    patientIds: [],
    route: "portal",
    arrival: made.office.arrival,
  });

  test("the date of birth, which the office can read, opens nothing; a colleague's code does", async () => {
    const made = await makePractice();
    const { patientId, ctx } = await moved(made, made.office);
    await expect(proveFirstEntry(ctx, right)).rejects.toMatchObject(mismatch);
    expect(await entryState(ctx)).toMatchObject({ byBirth: false, left: 4 });

    await expect(makeEntryCode(made.office, { patientId })).rejects.toMatchObject({
      reason: "code-by-colleague",
    });
    const { code } = await makeEntryCode(made.therapist, { patientId });
    expect(await proveFirstEntry(ctx, handed(code))).toEqual([patientId]);
  });

  test("who works alone makes the code too, and the trail says so", async () => {
    const made = await makePractice();
    for (const role of ["office", "therapist"] as const)
      await endRole(made.owner, { staffId: made[role].staffId, role });
    const { patientId, ctx } = await moved(made, made.owner);
    const { code } = await makeEntryCode(made.owner, { patientId });
    expect(await proveFirstEntry(ctx, handed(code))).toEqual([patientId]);
    expect((await trailOf(made.practice.id)).slice(-2)).toMatchObject(
      named(["entry-code-made-alone", "first-entry-proven"], patientId),
    );
  });
});

describe("a handed code", () => {
  test("opens the entry, in small letters and with a hyphen too", async () => {
    const made = await makePractice();
    const { patientId, ctx } = await newcomer(made);
    const { code } = await makeEntryCode(made.therapist, { patientId });
    expect(code).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{8}$/);

    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    expect(await proveFirstEntry(ctx, handed(typed))).toEqual([patientId]);
    expect(await trailOf(made.practice.id)).toMatchObject(
      named(["entry-code-made", "first-entry-proven"], patientId),
    );
  });

  test("ends with the next code, after a week, and after its use", async () => {
    const made = await makePractice();
    const { patientId, ctx } = await newcomer(made);
    const { code: first } = await makeEntryCode(made.office, { patientId });
    const { code: second, expiresAt } = await makeEntryCode(made.office, { patientId });
    await expect(proveFirstEntry(ctx, handed(first))).rejects.toMatchObject(mismatch);
    const late = withClock(expiresAt, () => proveFirstEntry(ctx, handed(second)));
    await expect(late).rejects.toMatchObject(mismatch);

    await proveFirstEntry(ctx, handed(second));
    const other = await makePatient(made, { unproven: true });
    const { code: spare } = await makeEntryCode(made.office, { patientId: other.patient.id });
    await expect(proveFirstEntry(other.ctx, handed(second))).rejects.toMatchObject(mismatch);
    expect(await proveFirstEntry(other.ctx, handed(spare))).toEqual([other.patient.id]);
  });

  test("that was used does not open the record to the next address", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made, { unproven: true });
    const { code } = await makeEntryCode(made.office, { patientId: patient.id });
    await proveFirstEntry(ctx, handed(code));

    const { patient: parent, ctx: next } = await makePatient(made);
    const { legalName, calledName, phone, language, treatingStaffId } = patient;
    const child = { legalName, calledName, phone, language, treatingStaffId, dateOfBirth: "2020-01-01" };
    await editPatient(made.office, {
      ...child,
      email: parent.email,
      mailboxOf: "parent",
      patientId: patient.id,
      loaded: editableFacts(patient),
    });
    await expect(proveFirstEntry(next, handed(code))).rejects.toMatchObject(mismatch);
    const { code: fresh } = await makeEntryCode(made.therapist, { patientId: patient.id });
    expect(await proveFirstEntry(next, handed(fresh))).toEqual([patient.id]);
  });

  test("is not made for an archived patient, by an auditor, or for people one does not reach", async () => {
    const made = await makePractice();
    const { patientId } = await newcomer(made);
    const archived = await makePatient(made, { archived: true });
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const { owner } = await makePractice();

    await expect(makeEntryCode(made.office, { patientId: archived.patient.id })).rejects.toMatchObject({
      reason: "patient-archived",
    });
    await expect(makeEntryCode(made.auditor, { patientId })).rejects.toMatchObject({
      reason: "not-your-role",
    });
    await expect(makeEntryCode(colleague, { patientId })).rejects.toBeInstanceOf(NotFound);
    await expect(makeEntryCode(owner, { patientId })).rejects.toBeInstanceOf(NotFound);
  });
});
