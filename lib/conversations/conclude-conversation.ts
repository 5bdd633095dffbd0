import { v7 as uuid } from "uuid";
import { conversationOutcomes, requestCancellations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { ConcludeConversationInput } from "./input";
import { lockConversation } from "./queries";
import { whyNotConclude } from "./rules";
import { outcomeNote } from "./sealed-note";

/** Notes how a conversation ended. "Will not be asked" also takes the open question back. */
export async function concludeConversation(ctx: StaffContext, input: ConcludeConversationInput) {
  mustMay(ctx, "conclude-conversations");
  return inPractice(
    ctx,
    (tx) => lockConversation(tx, ctx, input.conversationId),
    async (tx, now, conversation) => {
      const refusal = whyNotConclude(conversation, input.outcome);
      if (refusal) throw new Refused(refusal);

      const { practiceId } = ctx;
      const { patientId, requestId } = conversation;
      const cancelled = input.outcome === "will-not-be-asked" && !conversation.settled ? requestId : null;
      const id = uuid();
      await tx.insert(conversationOutcomes).values({
        practiceId,
        id,
        conversationId: input.conversationId,
        outcome: input.outcome,
        sealedNote: outcomeNote.seal(ctx, id, input.note || null),
        concludedAt: now,
        concludedBy: ctx.staffId,
      });
      if (cancelled) {
        const cancellation = { requestId: cancelled, cancelledAt: now, cancelledBy: ctx.staffId };
        await tx.insert(requestCancellations).values({ practiceId, id: uuid(), ...cancellation });
      }

      await recordEvent(tx, ctx, {
        name: "conversation.concluded",
        patient: patientId,
        conversationId: input.conversationId,
        outcome: input.outcome,
      });
      if (cancelled)
        await recordEvent(tx, ctx, { name: "request.cancelled", patient: patientId, requestId: cancelled });
    },
  );
}
