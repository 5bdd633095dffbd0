import type { Answer } from "@/db/schema";
import { intentSentences } from "@/lib/answers/wording";
import { recordEvents } from "@/lib/audit/record-event";
import { lockAnswer } from "@/lib/consents/queries";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { getDisclosure } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { findEvidence } from "@/lib/signatures/find-evidence";
import type { WithdrawInput } from "./input";
import { usesToWithdraw, whyNotWithdraw } from "./rules";
import { writeWithdrawal } from "./write-withdrawal";

/** Takes an answer or some of its uses back, effective with this commit. Nothing else can stand in its way. */
export async function withdrawAnswer(ctx: PatientContext, input: WithdrawInput) {
  return inPractice(
    ctx,
    (tx) => lockAnswer(tx, ctx, input.answerId),
    async (tx, now, { answer, patient }) => {
      const requests = await listRequestFacts(tx, ctx, [patient.id]);
      const facts = requests.flatMap((request) => request.answer ?? []).find(({ id }) => id === answer.id);
      if (!facts) throw new NotFound();
      const { kind } = await getDisclosure(tx, ctx, answer.disclosureId);
      const refusal = isAcknowledged(kind) ? "nothing-to-withdraw" : whyNotWithdraw(facts, input.itemIds);
      if (refusal) throw new Refused(refusal);

      const itemIds = usesToWithdraw(facts, input.itemIds);
      const how = await pressedBy(tx, ctx, answer);
      const taken = { answer, facts, patient, itemIds, how };
      const { withdrawalId, events } = await writeWithdrawal(tx, ctx, taken, now);
      await recordEvents(tx, ctx, events);
      return { withdrawalId };
    },
  );
}

/** Pressing a button names nobody: only who gave the answer is known by the name typed with it. */
export async function pressedBy(tx: Tx, ctx: PatientContext, answer: Answer) {
  const intent = intentSentences.withdraws[answer.language];
  if (answer.answeredBy !== ctx.userId) return { printedName: null, intent };
  const signed = await findEvidence(tx, ctx, answer.id);
  return { printedName: signed?.printedName ?? null, intent };
}
