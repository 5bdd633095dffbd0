import { v7 as uuid } from "uuid";
import { putBacks } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import { lockReachablePatient } from "@/lib/consents/queries";
import type { PatientContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { whyNotPutBack } from "./rules";
import { findWithdrawnTogether } from "./withdrawn-together";

/** Puts back what one press took back, for ten minutes: what was answered anew since stays as it was answered. */
export async function putEverythingBack(
  ctx: PatientContext,
  input: { patientId: string; togetherId: string },
) {
  return inPractice(
    ctx,
    (tx) => lockReachablePatient(tx, ctx, input.patientId),
    async (tx, now, patient) => {
      const act = await findWithdrawnTogether(tx, ctx, patient.id);
      if (act?.togetherId !== input.togetherId) throw new NotFound();
      const refusal = whyNotPutBack(act, ctx.userId, now);
      if (refusal) throw new Refused(refusal);
      const back = act.taken.flatMap(({ withdrawal, isAnsweredAnew }) => (isAnsweredAnew ? [] : withdrawal));

      const { practiceId, route, userId } = ctx;
      const how = { practiceId, putBackAt: now, putBackBy: userId, route };
      await tx.insert(putBacks).values(back.map(({ id }) => ({ ...how, id: uuid(), withdrawalId: id })));
      await recordEvents(
        tx,
        ctx,
        back.map(({ id, answerId }) => ({
          name: "consent.put-back" as const,
          patient: patient.id,
          answerId,
          withdrawalId: id,
        })),
      );
    },
  );
}
