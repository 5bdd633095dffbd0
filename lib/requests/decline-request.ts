import { v7 as uuid } from "uuid";
import { requestDeclines } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { lockRequest, requestFacts } from "@/lib/consents/queries";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { whyNotDecline } from "./rules";

/** "Please don't ask me again": the question rests, nobody reminds of it, and it stays here to be answered. */
export async function declineRequest(ctx: PatientContext, requestId: string) {
  return inPractice(
    ctx,
    (tx) => lockRequest(tx, ctx, requestId),
    async (tx, now, { request }) => {
      const { facts } = await requestFacts(tx, ctx, request.patientId, request.id);
      const refusal = whyNotDecline(facts);
      if (refusal) throw new Refused(refusal);
      if (facts.declinedAt) return;

      const { practiceId, userId: declinedBy } = ctx;
      await tx
        .insert(requestDeclines)
        .values({ practiceId, id: uuid(), requestId: request.id, declinedAt: now, declinedBy });
      await recordEvent(tx, ctx, {
        name: "request.declined",
        patient: request.patientId,
        requestId: request.id,
      });
    },
  );
}
