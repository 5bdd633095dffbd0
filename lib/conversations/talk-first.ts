import { v7 as uuid } from "uuid";
import { conversations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { lockRequest, requestFacts } from "@/lib/consents/queries";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { whyNotTalkFirst } from "./rules";

/** "I would like to talk about this first": opens a conversation, leaves the question open, is never a refusal. */
export async function talkFirst(ctx: PatientContext, requestId: string) {
  return inPractice(
    ctx,
    (tx) => lockRequest(tx, ctx, requestId),
    async (tx, now, { request }) => {
      const { facts } = await requestFacts(tx, ctx, request.patientId, request.id);
      const { cancelledAt, talkFirstSince, answer } = facts;
      const refusal = whyNotTalkFirst({ cancelledAt, talkFirstSince, answered: answer !== null });
      if (refusal) throw new Refused(refusal);

      const about = { patientId: request.patientId, requestId: request.id };
      const id = uuid();
      await tx.insert(conversations).values({
        practiceId: ctx.practiceId,
        id,
        ...about,
        topic: "talk-first",
        wantedAt: now,
        wantedBy: ctx.userId,
        route: ctx.route,
      });
      await recordEvent(tx, ctx, {
        name: "conversation.wanted",
        patient: about.patientId,
        conversationId: id,
        requestId: request.id,
      });
    },
  );
}
