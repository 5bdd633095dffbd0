import { and, desc, eq } from "drizzle-orm";
import { withdrawalItems, withdrawals } from "@/db/schema";
import type { PatientContext } from "@/lib/context";
import { getShownVersion } from "@/lib/disclosures/queries";
import { findDocumentOf } from "@/lib/documents/queries";
import { NotFound } from "@/lib/errors";
import { readPractice, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPractice } from "@/lib/practices/queries";
import { listRequestFacts } from "./queries";

/** What a patient sees after taking something back: since when, what stops, what stays, and the copy. */
export async function getWithdrawnPage(ctx: PatientContext, answerId: string, language: Language) {
  return readPractice(ctx, async (tx) => {
    const facts = await listRequestFacts(tx, ctx, ctx.patientIds);
    const answer = facts.flatMap((request) => request.answer ?? []).find(({ id }) => id === answerId);
    if (!answer) throw new NotFound();
    const withdrawal = await latestWithdrawal(tx, ctx, answerId);
    if (!withdrawal) return null;

    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const text = await getShownVersion(tx, ctx, answer.versionId, language);
    const labelled = (ids: string[]) =>
      text.items.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    const allowed = answer.items.filter(({ answer: said, withdrawnAt }) => said === "yes" && !withdrawnAt);
    return {
      practice: { name, phone, timeZone, crisisLine },
      title: text.title,
      withdrawnAt: withdrawal.withdrawnAt,
      stopped: labelled(withdrawal.itemIds),
      stays: labelled(allowed.map(({ itemId }) => itemId)),
      document: await findDocumentOf(tx, ctx, { answerId: null, withdrawalId: withdrawal.id }),
    };
  });
}

async function latestWithdrawal(tx: Tx, ctx: PatientContext, answerId: string) {
  const { practiceId } = ctx;
  const [latest] = await tx
    .select({ id: withdrawals.id, withdrawnAt: withdrawals.withdrawnAt })
    .from(withdrawals)
    .where(and(eq(withdrawals.practiceId, practiceId), eq(withdrawals.answerId, answerId)))
    .orderBy(desc(withdrawals.withdrawnAt), desc(withdrawals.id))
    .limit(1);
  if (!latest) return null;
  const items = await tx
    .select({ itemId: withdrawalItems.itemId })
    .from(withdrawalItems)
    .where(and(eq(withdrawalItems.practiceId, practiceId), eq(withdrawalItems.withdrawalId, latest.id)));
  return { ...latest, itemIds: items.map(({ itemId }) => itemId) };
}
