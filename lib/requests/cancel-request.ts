import { v7 as uuid } from "uuid";
import { requestCancellations } from "@/db/schema";
import { actorOf } from "@/lib/audit/event-body";
import { recordEvent } from "@/lib/audit/record-event";
import { lockRequest, requestFacts } from "@/lib/consents/queries";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { whyNotCancel } from "./rules";

/** Takes an open question back before it is answered: the practice any, the patient what they started. */
export async function cancelRequest(ctx: StaffContext | PatientContext, requestId: string) {
  if (ctx.kind === "staff") mustMay(ctx, "ask-patients");
  return inPractice(
    ctx,
    (tx) => lockRequest(tx, ctx, requestId, "ask-patients"),
    async (tx, now, { request }) => {
      const { facts } = await requestFacts(tx, ctx, request.patientId, request.id);
      const refusal = whyNotCancel({ ...facts, answered: facts.answer !== null }, ctx.kind);
      if (refusal) throw new Refused(refusal);

      await tx.insert(requestCancellations).values({
        practiceId: ctx.practiceId,
        id: uuid(),
        requestId: request.id,
        cancelledAt: now,
        cancelledBy: actorOf(ctx).id,
      });
      await recordEvent(tx, ctx, {
        name: "request.cancelled",
        patient: request.patientId,
        requestId: request.id,
      });
    },
  );
}
