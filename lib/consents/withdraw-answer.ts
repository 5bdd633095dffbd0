import { v7 as uuid } from "uuid";
import { type Answer, withdrawalItems, withdrawals } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { getDisclosure } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { wakeWorker } from "@/lib/work/wake";
import { findEvidence, keepEvidence } from "./evidence";
import type { WithdrawInput } from "./input";
import { listRequestFacts, lockAnswer } from "./queries";
import { usesToWithdraw, whyNotWithdraw } from "./rules";
import { intentSentences } from "./wording";

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

      const { practiceId, route } = ctx;
      const itemIds = usesToWithdraw(facts, input.itemIds);
      const taken = { practiceId, answerId: answer.id };
      const id = uuid();
      await tx
        .insert(withdrawals)
        .values({ ...taken, id, patientId: patient.id, withdrawnAt: now, withdrawnBy: ctx.userId, route });
      await tx
        .insert(withdrawalItems)
        .values(itemIds.map((itemId) => ({ ...taken, id: uuid(), withdrawalId: id, itemId })));
      await keepEvidence(
        tx,
        ctx,
        { withdrawalId: id },
        {
          patient,
          practice: await getPractice(tx, ctx),
          printedName: await ownName(tx, ctx, answer),
          intent: intentSentences.withdraws[answer.language],
          mark: null,
        },
      );

      await wakeWorker(tx);
      const left = usesToWithdraw(facts, null).length - itemIds.length;
      await recordEvent(tx, ctx, {
        name: "consent.withdrawn",
        patient: patient.id,
        answerId: answer.id,
        withdrawalId: id,
        scope: left === 0 ? "whole" : "items",
        itemIds,
      });
      return { withdrawalId: id };
    },
  );
}

/** Pressing a button names nobody: only who gave the answer is known by the name typed with it. */
async function ownName(tx: Tx, ctx: PatientContext, answer: Answer): Promise<string | null> {
  if (answer.answeredBy !== ctx.userId) return null;
  const signed = await findEvidence(tx, ctx, { answerId: answer.id });
  return signed?.printedName ?? null;
}
