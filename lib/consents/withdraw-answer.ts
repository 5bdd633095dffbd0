import { v7 as uuid } from "uuid";
import { withdrawalItems, withdrawals } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
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
      const refusal = whyNotWithdraw(facts, input.itemIds);
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
      const signed = await findEvidence(tx, ctx, { answerId: answer.id });
      const intent = intentSentences.withdraws[answer.language];
      await keepEvidence(
        tx,
        ctx,
        { withdrawalId: id },
        { printedName: signed?.printedName ?? patient.legalName, intent, mark: null },
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
