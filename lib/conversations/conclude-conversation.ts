import { v7 as uuid } from "uuid";
import { conversationOutcomes, requestCancellations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { ConcludeConversationInput } from "./input";
import { lockConversations } from "./queries";
import { whyNotConclude } from "./rules";
import { outcomeNote } from "./sealed-note";

/** Notes how conversations with one patient ended. "Will not be asked" also takes the open questions back. */
export async function concludeConversation(ctx: StaffContext, input: ConcludeConversationInput) {
  mustMay(ctx, "conclude-conversations");
  return inPractice(
    ctx,
    (tx) => lockConversations(tx, ctx, input.conversationIds),
    async (tx, now, conversations) => {
      const refusal = conversations.map((one) => whyNotConclude(one, input.outcome)).find(Boolean);
      if (refusal) throw new Refused(refusal);

      for (const one of conversations) await conclude(tx, ctx, one, input, now);
    },
  );
}

type Locked = Awaited<ReturnType<typeof lockConversations>>[number];

async function conclude(
  tx: Tx,
  ctx: StaffContext,
  { id: conversationId, patientId: patient, requestId, settled }: Locked,
  { outcome, note }: ConcludeConversationInput,
  now: Date,
) {
  const { practiceId, staffId } = ctx;
  const id = uuid();
  const sealedNote = outcomeNote.seal(ctx, id, note || null);
  await tx.insert(conversationOutcomes).values({
    practiceId,
    id,
    conversationId,
    outcome,
    sealedNote,
    concludedAt: now,
    concludedBy: staffId,
  });
  await recordEvent(tx, ctx, { name: "conversation.concluded", patient, conversationId, outcome });
  if (outcome !== "will-not-be-asked" || settled || !requestId) return;
  const cancellation = { requestId, cancelledAt: now, cancelledBy: staffId };
  await tx.insert(requestCancellations).values({ practiceId, id: uuid(), ...cancellation });
  await recordEvent(tx, ctx, { name: "request.cancelled", patient, requestId });
}
