import { and, asc, eq, getTableColumns, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { on } from "@/db/on";
import {
  firstEntries,
  firstMeetings,
  type Patient,
  patientArchivings,
  patients,
  staffMembers,
} from "@/db/schema";
import { listMembershipsIn } from "@/lib/auth/memberships";
import type { Context, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { type Ability, reach } from "@/lib/roles";
import { foldedColumn } from "./search";

export type PatientToDecideOn = Patient & { isArchived: boolean; hasMet: boolean };
export type ShownPatient = Patient & { treatingName: string; archivedAt: Date | null };

/** The patients this staff member reaches with this ability; also the condition for joins on `patients`. */
export function visiblePatients(ctx: StaffContext, ability: Ability): SQL | undefined {
  const inThisPractice = eq(patients.practiceId, ctx.practiceId);
  switch (reach(ctx.roles, ability)) {
    case "all":
      return inThisPractice;
    case "own":
      return and(inThisPractice, eq(patients.treatingStaffId, ctx.staffId));
    case "none":
      return sql`false`;
  }
}

/** One patient whom the caller may see; a foreign, missing or unreachable one is not found. */
export async function getPatient(
  tx: Tx,
  ctx: Context,
  patientId: string,
  ability: Ability = "see-patients",
): Promise<ShownPatient> {
  const [patient] = await getShownPatients(tx, ctx, [patientId], ability);
  if (!patient) throw new NotFound();
  return patient;
}

/** These patients, all or NotFound, in the order of their ids, with who treats them. */
export async function getShownPatients(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[],
  ability: Ability = "see-patients",
): Promise<ShownPatient[]> {
  const ids = [...new Set(patientIds)];
  const rows = await tx
    .select({
      ...getTableColumns(patients),
      treatingName: staffMembers.name,
      archivedAt: patientArchivings.archivedAt,
    })
    .from(patients)
    .innerJoin(staffMembers, on(staffMembers, patients.treatingStaffId))
    .leftJoin(patientArchivings, openArchiving())
    .where(and(reachable(ctx, ability), inArray(patients.id, ids)))
    .orderBy(asc(patients.id));
  if (rows.length < ids.length) throw new NotFound();
  return rows;
}

/** These patients, all or NotFound, in the order of their ids, with what decides about them. */
export async function getPatients(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[],
  ability: Ability = "see-patients",
): Promise<PatientToDecideOn[]> {
  const ids = [...new Set(patientIds)];
  return withWhatDecides(tx, ctx, ids, await selectPatients(tx, ctx, ids, ability));
}

/** As `getPatients`, and locks them: whoever decides over a patient holds this lock. */
export async function lockPatients(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[],
  ability: Ability = "see-patients",
): Promise<PatientToDecideOn[]> {
  const ids = [...new Set(patientIds)];
  const locked = await selectPatients(tx, ctx, ids, ability).for("no key update");
  return withWhatDecides(tx, ctx, ids, locked);
}

export async function lockPatient(tx: Tx, ctx: Context, patientId: string, ability?: Ability) {
  const [patient] = await lockPatients(tx, ctx, [patientId], ability);
  if (!patient) throw new NotFound();
  return patient;
}

/** Holds everybody in the practice, for what may not change for any of them meanwhile. */
export async function lockEveryPatient(tx: Tx, ctx: Context): Promise<void> {
  await tx
    .select({ id: patients.id })
    .from(patients)
    .where(eq(patients.practiceId, ctx.practiceId))
    .orderBy(asc(patients.id))
    .for("no key update");
}

/** Everybody in the practice with this address, archived ones too: their record stays open to the mailbox. */
export async function listSharingAddress(tx: Tx, ctx: Context, email: string | null, exceptId?: string) {
  if (email === null) return [];
  return tx
    .select({ id: patients.id, mailboxOf: patients.mailboxOf })
    .from(patients)
    .where(
      and(
        eq(patients.practiceId, ctx.practiceId),
        eq(patients.email, email),
        exceptId ? ne(patients.id, exceptId) : undefined,
      ),
    );
}

/** The patients of this name and birth date whom the caller may see, also those who were archived. */
export async function listNamesakes(
  tx: Tx,
  ctx: StaffContext,
  { legalName, dateOfBirth }: Pick<Patient, "legalName" | "dateOfBirth">,
) {
  return tx
    .select({ id: patients.id, legalName: patients.legalName })
    .from(patients)
    .where(
      and(
        visiblePatients(ctx, "see-patients"),
        eq(patients.dateOfBirth, dateOfBirth),
        sql`${foldedColumn(patients.legalName)} = ${foldedColumn(sql`${legalName}::text`)}`,
      ),
    )
    .orderBy(asc(patients.addedAt), asc(patients.id));
}

export type PatientOfUser = Patient & { membershipId: string; isProven: boolean; isArchived: boolean };

/** Whom a mailbox stands for in this practice. Show nothing of those whose first entry is not proven. */
export async function patientsOfUser(tx: Tx, ctx: Context, userId: string): Promise<PatientOfUser[]> {
  const belongs = await listMembershipsIn(tx, userId, ctx.practiceId);
  const opened = new Map(belongs.filter(({ kind }) => kind !== "staff").map(({ id, rowId }) => [rowId, id]));
  const rows = await tx
    .select({ patient: patients, entryId: firstEntries.id, archivedAt: patientArchivings.archivedAt })
    .from(patients)
    .leftJoin(
      firstEntries,
      and(on(patients, firstEntries.patientId), inArray(firstEntries.membershipId, [...opened.values()])),
    )
    .leftJoin(patientArchivings, openArchiving())
    .where(and(eq(patients.practiceId, ctx.practiceId), inArray(patients.id, [...opened.keys()])))
    .orderBy(asc(patients.dateOfBirth), asc(patients.id));
  return rows.map(({ patient, entryId, archivedAt }) => ({
    ...patient,
    membershipId: opened.get(patient.id) ?? "",
    isProven: entryId !== null,
    isArchived: archivedAt !== null,
  }));
}

function selectPatients(tx: Tx, ctx: Context, ids: readonly string[], ability: Ability) {
  return tx
    .select()
    .from(patients)
    .where(and(reachable(ctx, ability), inArray(patients.id, [...ids])))
    .orderBy(asc(patients.id));
}

/** Read after the lock: archiving and noting a first meeting hold the same one. */
async function withWhatDecides(tx: Tx, ctx: Context, ids: readonly string[], found: Patient[]) {
  if (found.length < ids.length) throw new NotFound();
  const decides = await tx
    .select({ id: patients.id, archived: patientArchivings.id, met: firstMeetings.id })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .leftJoin(firstMeetings, on(patients, firstMeetings.patientId))
    .where(and(eq(patients.practiceId, ctx.practiceId), inArray(patients.id, [...ids])));
  const byId = new Map(decides.map((row) => [row.id, row]));
  return found.map((patient) => {
    const { archived = null, met = null } = byId.get(patient.id) ?? {};
    return { ...patient, isArchived: archived !== null, hasMet: met !== null };
  });
}

function reachable(ctx: Context, ability: Ability): SQL | undefined {
  if (ctx.kind === "staff") return visiblePatients(ctx, ability);
  const inThisPractice = eq(patients.practiceId, ctx.practiceId);
  if (ctx.kind === "system") return inThisPractice;
  return and(inThisPractice, inArray(patients.id, ctx.patientIds));
}

export function asBoolean(condition: SQL): SQL<boolean> {
  return sql`${condition}`.mapWith(Boolean);
}

/** Joins a patient to the archiving that is in force. */
export function openArchiving() {
  return and(on(patients, patientArchivings.patientId), isNull(patientArchivings.restoredAt));
}
