import { and, eq, inArray } from "drizzle-orm";
import { type Answer, answers } from "@/db/schema";
import { type AnswerFacts, consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { Context } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import type { Tx } from "@/lib/in-practice";
import { usesToWithdraw, withdrawableAnswers } from "./rules";

export type WithdrawableAnswer = { answer: Answer; facts: AnswerFacts; itemIds: string[] };

/** Every answer of a patient that allows something now or from a later day on, in the order of the disclosures. */
export async function listWithdrawable(
  tx: Tx,
  ctx: Context,
  patientId: string,
  now: Date,
): Promise<WithdrawableAnswer[]> {
  const requests = await listRequestFacts(tx, ctx, [patientId]);
  const facts = (await listDisclosures(tx, ctx)).flatMap(({ id, kind, versions }) => {
    const own = requests.filter(({ disclosureId }) => disclosureId === id);
    return withdrawableAnswers(kind, consentState({ versions, requests: own }, now));
  });
  if (facts.length === 0) return [];
  const rows = await tx
    .select()
    .from(answers)
    .where(
      and(
        eq(answers.practiceId, ctx.practiceId),
        inArray(
          answers.id,
          facts.map(({ id }) => id),
        ),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return facts.flatMap((one) => {
    const answer = byId.get(one.id);
    return answer ? { answer, facts: one, itemIds: usesToWithdraw(one, null) } : [];
  });
}
