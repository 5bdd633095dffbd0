import { and, asc, desc, eq, gt, isNull, not, sql } from "drizzle-orm";
import { isPutBack } from "@/db/is-put-back";
import { on } from "@/db/on";
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
import { preferring } from "@/lib/disclosures/queries";
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
      itemId: items.id,
      use: itemTexts.label,
    })
    .from(withdrawals)
    .innerJoin(patients, on(patients, withdrawals.patientId))
    .innerJoin(answers, on(answers, withdrawals.answerId))
    .innerJoin(withdrawalItems, on(withdrawals, withdrawalItems.withdrawalId))
    .innerJoin(items, on(items, withdrawalItems.itemId))
    .innerJoin(itemTexts, on(items, itemTexts.itemId))
    .leftJoin(patientArchivings, openArchiving())
    .where(
      and(
        eq(withdrawals.practiceId, ctx.practiceId),
        gt(withdrawals.withdrawnAt, new Date(now.getTime() - days * 86_400_000)),
        isNull(patientArchivings.id),
        sql`not ${answeredSince}`,
        not(isPutBack()),
        visiblePatients(ctx, "see-patients"),
      ),
    )
    .orderBy(desc(withdrawals.withdrawnAt), asc(items.position), ...preferring(itemTexts.language, language));
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((taken) => {
    const [first] = taken;
    if (!first) return [];
    const { use: _, itemId: __, ...withdrawal } = first;
    // Of each use the first line: in this language or, where its text has none in it, in the one it has.
    const inOneLanguage = taken.filter(({ itemId }, index) => itemId !== taken[index - 1]?.itemId);
    return { ...withdrawal, uses: inOneLanguage.map(({ use }) => use) };
  });
}
