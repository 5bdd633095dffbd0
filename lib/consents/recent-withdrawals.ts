import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import {
  answers,
  items,
  itemTexts,
  patientArchivings,
  patients,
  withdrawalItems,
  withdrawals,
} from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";

const days = 7;

/** What patients in care took back in the last seven days and did not answer anew since, the latest first. */
export async function listRecentWithdrawals(tx: Tx, ctx: StaffContext, now: Date, language: Language) {
  const answeredSince = sql`exists (select from ${answers} a
    where a.practice_id = ${withdrawals.practiceId} and a.patient_id = ${withdrawals.patientId}
      and a.disclosure_id = ${answers.disclosureId} and a.answered_at > ${withdrawals.withdrawnAt})`;
  const rows = await tx
    .select({
      id: withdrawals.id,
      patientId: patients.id,
      legalName: patients.legalName,
      disclosureId: answers.disclosureId,
      withdrawnAt: withdrawals.withdrawnAt,
      use: itemTexts.label,
    })
    .from(withdrawals)
    .innerJoin(
      patients,
      and(eq(patients.practiceId, withdrawals.practiceId), eq(patients.id, withdrawals.patientId)),
    )
    .innerJoin(
      answers,
      and(eq(answers.practiceId, withdrawals.practiceId), eq(answers.id, withdrawals.answerId)),
    )
    .innerJoin(
      withdrawalItems,
      and(
        eq(withdrawalItems.practiceId, withdrawals.practiceId),
        eq(withdrawalItems.withdrawalId, withdrawals.id),
      ),
    )
    .innerJoin(
      items,
      and(eq(items.practiceId, withdrawalItems.practiceId), eq(items.id, withdrawalItems.itemId)),
    )
    .innerJoin(
      itemTexts,
      and(
        eq(itemTexts.practiceId, items.practiceId),
        eq(itemTexts.itemId, items.id),
        eq(itemTexts.language, language),
      ),
    )
    .leftJoin(patientArchivings, openArchiving())
    .where(
      and(
        eq(withdrawals.practiceId, ctx.practiceId),
        gt(withdrawals.withdrawnAt, new Date(now.getTime() - days * 86_400_000)),
        isNull(patientArchivings.id),
        sql`not ${answeredSince}`,
        visiblePatients(ctx, "see-patients"),
      ),
    )
    .orderBy(desc(withdrawals.withdrawnAt), asc(items.position));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { use, ...withdrawal } = first;
    return { ...withdrawal, uses: [use, ...others.map((other) => other.use)] };
  });
}
