import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { answers, putBacks, withdrawals } from "@/db/schema";
import type { PatientContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** What a patient took back with their last press on everything: one act, a withdrawal for each answer; or null. */
export async function findWithdrawnTogether(tx: Tx, ctx: PatientContext, patientId: string) {
  const ofPatient = and(eq(withdrawals.practiceId, ctx.practiceId), eq(withdrawals.patientId, patientId));
  const [last] = await tx
    .select()
    .from(withdrawals)
    .where(and(ofPatient, isNotNull(withdrawals.togetherId)))
    .orderBy(desc(withdrawals.withdrawnAt))
    .limit(1);
  if (!last?.togetherId) return null;
  const { togetherId, withdrawnAt, withdrawnBy } = last;
  const taken = await tx
    .select({ withdrawal: withdrawals, putBackAt: putBacks.putBackAt, isAnsweredAnew: answeredAnew })
    .from(withdrawals)
    .innerJoin(answers, on(answers, withdrawals.answerId))
    .leftJoin(putBacks, on(withdrawals, putBacks.withdrawalId))
    .where(and(ofPatient, eq(withdrawals.togetherId, togetherId)))
    .orderBy(asc(withdrawals.id));
  const putBackAt = taken.find((one) => one.putBackAt)?.putBackAt ?? null;
  const isAnsweredAnew = taken.every((one) => one.isAnsweredAnew);
  return { togetherId, withdrawnAt, withdrawnBy, putBackAt, isAnsweredAnew, taken };
}

/** What they said since is what counts, and putting back changes nothing about it. */
const answeredAnew = sql<boolean>`exists (select from ${answers} later
  where later.practice_id = ${answers.practiceId} and later.patient_id = ${answers.patientId}
    and later.disclosure_id = ${answers.disclosureId} and later.answered_at > ${withdrawals.withdrawnAt})`;
