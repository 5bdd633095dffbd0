import { v7 as uuid } from "uuid";
import { answerCorrections } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { lockAnswer } from "@/lib/consents/queries";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { type CorrectAnswerInput, correctAnswerInput } from "./input";
import { whyNotCorrect } from "./rules";
import { correctionReason } from "./sealed-reason";

/** Marks an answer as noted by mistake, once. It stays with its document, and nothing rests on it any more. */
export async function correctAnswer(ctx: StaffContext, input: CorrectAnswerInput) {
  mustMay(ctx, "correct-answers");
  const { answerId, reason } = correctAnswerInput.parse(input);
  return inPractice(
    ctx,
    (tx) => lockAnswer(tx, ctx, answerId, "correct-answers"),
    async (tx, now, { patient }) => {
      const requests = await listRequestFacts(tx, ctx, [patient.id]);
      const facts = requests.flatMap(({ answer }) => answer ?? []).find(({ id }) => id === answerId);
      if (!facts) throw new NotFound();
      const refusal = whyNotCorrect(facts);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const id = uuid();
      const sealedReason = correctionReason.seal(ctx, id, reason);
      const correction = { answerId, sealedReason, correctedAt: now, correctedBy: staffId };
      await tx.insert(answerCorrections).values({ practiceId, id, ...correction });
      await recordEvent(tx, ctx, { name: "consent.corrected", patient: patient.id, answerId });
    },
  );
}
