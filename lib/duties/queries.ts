import { and, asc, desc, eq, getTableColumns, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import { isPutBack } from "@/db/is-put-back";
import { on } from "@/db/on";
import { answers, duties, dutyCompletions, patients, staffMembers, withdrawals } from "@/db/schema";
import type { PatientContext, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { lockPatient, visiblePatients } from "@/lib/patients/queries";
import type { DutyKind } from "./rules";

/** Locks the patient these duties are about; one of another patient, or of one out of reach, is not found. */
export async function lockDuties(tx: Tx, ctx: StaffContext, dutyIds: readonly string[]) {
  const { practiceId } = ctx;
  const wanted = () =>
    tx
      .select({ ...getTableColumns(duties), doneAt: dutyCompletions.doneAt, isOver: isPutBack(duties) })
      .from(duties)
      .leftJoin(dutyCompletions, on(duties, dutyCompletions.dutyId))
      .where(and(eq(duties.practiceId, practiceId), inArray(duties.id, [...dutyIds])));
  const before = await wanted();
  const [patientId, ...others] = new Set(before.map((one) => one.patientId));
  if (!patientId || others.length > 0 || before.length < new Set(dutyIds).size) throw new NotFound();
  await lockPatient(tx, ctx, patientId, "complete-duties");
  return wanted();
}

const listed = {
  id: duties.id,
  kind: duties.kind,
  dueOn: duties.dueOn,
  owedAt: duties.owedAt,
  patientId: patients.id,
  legalName: patients.legalName,
  ownerId: duties.ownerId,
  ownerName: staffMembers.name,
  disclosureId: answers.disclosureId,
  withdrawalId: duties.withdrawalId,
  completionId: dutyCompletions.id,
  doneAt: dutyCompletions.doneAt,
  doneBy: dutyCompletions.doneBy,
  sealedNote: dutyCompletions.sealedNote,
};

/** What is still to do about patients one sees, the soonest due first; it stays until it is done. */
export async function listOpenDuties(tx: Tx, ctx: StaffContext) {
  return select(tx, ctx, visiblePatients(ctx, "see-patients"), isNull(dutyCompletions.id)).orderBy(
    asc(duties.dueOn),
    asc(patients.legalName),
    asc(duties.id),
  );
}

/** What the withdrawals of one patient left to do, open ones first. */
export async function listDutiesOfPatient(tx: Tx, ctx: StaffContext, patientId: string) {
  return select(tx, ctx, visiblePatients(ctx, "see-patients"), eq(duties.patientId, patientId)).orderBy(
    sql`${dutyCompletions.doneAt} is not null`,
    asc(duties.dueOn),
    desc(duties.owedAt),
    asc(duties.id),
  );
}

export type PromisedDuty = {
  id: string;
  patientId: string;
  withdrawalId: string;
  kind: DutyKind;
  dueOn: string;
  doneAt: Date | null;
};

/** As the patient reads it: what, by when, and whether it is done. */
export async function listPromises(
  tx: Tx,
  ctx: PatientContext,
  withdrawalIds: readonly string[],
): Promise<PromisedDuty[]> {
  if (withdrawalIds.length === 0 || ctx.patientIds.length === 0) return [];
  const rows = await select(
    tx,
    ctx,
    inArray(duties.patientId, ctx.patientIds),
    inArray(duties.withdrawalId, [...withdrawalIds]),
  ).orderBy(asc(duties.dueOn), asc(duties.id));
  return rows.map(({ id, patientId, withdrawalId, kind, dueOn, doneAt }) => {
    return { id, patientId, withdrawalId, kind, dueOn, doneAt };
  });
}

function select(tx: Tx, { practiceId }: StaffContext | PatientContext, ...conditions: (SQL | undefined)[]) {
  return tx
    .select(listed)
    .from(duties)
    .innerJoin(patients, on(patients, duties.patientId))
    .innerJoin(staffMembers, on(staffMembers, duties.ownerId))
    .innerJoin(withdrawals, on(withdrawals, duties.withdrawalId))
    .innerJoin(answers, on(answers, withdrawals.answerId))
    .leftJoin(dutyCompletions, on(duties, dutyCompletions.dutyId))
    .where(and(eq(duties.practiceId, practiceId), not(isPutBack(duties)), ...conditions))
    .$dynamic();
}
