import { and, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import { isPutBack } from "@/db/is-put-back";
import { on } from "@/db/on";
import { answerCorrections, answerItems, answers, duties, dutyCompletions, withdrawals } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { TakenBack } from "./way-to-agree";

/** What each of these patients took back of what meeting by video rests on; null: everybody. The caller may see them. */
export async function takenBackBy(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<(patientId: string) => readonly TakenBack[]> {
  if (patientIds?.length === 0) return () => [];
  const rows = await tx
    .select({
      dutyId: duties.id,
      patientId: duties.patientId,
      disclosureId: answers.disclosureId,
      at: withdrawals.withdrawnAt,
      dueOn: duties.dueOn,
      doneAt: dutyCompletions.doneAt,
      saidYesAt: lastYes().mapWith(answers.answeredAt),
    })
    .from(duties)
    .innerJoin(withdrawals, on(withdrawals, duties.withdrawalId))
    .innerJoin(answers, on(answers, withdrawals.answerId))
    .leftJoin(dutyCompletions, on(duties, dutyCompletions.dutyId))
    .where(
      and(
        eq(duties.practiceId, ctx.practiceId),
        eq(duties.kind, "agree-on-platform"),
        not(isPutBack()),
        patientIds ? inArray(duties.patientId, [...patientIds]) : undefined,
      ),
    );
  const byPatient = Map.groupBy(rows, ({ patientId }) => patientId);
  return (patientId) => byPatient.get(patientId) ?? [];
}

/** The last yes to the same text that was not noted by mistake. */
function lastYes(): SQL<Date | null> {
  return sql`(select max(a.answered_at) from ${answers} a
    where a.practice_id = ${duties.practiceId} and a.patient_id = ${duties.patientId}
      and a.disclosure_id = ${answers.disclosureId}
      and exists (select from ${answerItems} i
        where i.practice_id = a.practice_id and i.answer_id = a.id and i.answer = 'yes')
      and not exists (select from ${answerCorrections} c
        where c.practice_id = a.practice_id and c.answer_id = a.id))`;
}
