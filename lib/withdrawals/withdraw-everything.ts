import { v7 as uuid } from "uuid";
import { recordEvents } from "@/lib/audit/record-event";
import { lockReachablePatient } from "@/lib/consents/queries";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { pressedBy } from "./withdraw-answer";
import { listWithdrawable } from "./withdrawable-answers";
import { writeWithdrawal } from "./write-withdrawal";

/** Takes everything back that a patient still allows, in one act. One press: no name, no reason, no second question. */
export async function withdrawEverything(ctx: PatientContext, input: { patientId: string }) {
  return inPractice(
    ctx,
    (tx) => lockReachablePatient(tx, ctx, input.patientId),
    async (tx, now, patient) => {
      const withdrawable = await listWithdrawable(tx, ctx, patient.id, now);
      if (withdrawable.length === 0) throw new Refused("nothing-left-to-withdraw");

      const togetherId = uuid();
      const written: Awaited<ReturnType<typeof writeWithdrawal>>[] = [];
      for (const one of withdrawable) {
        const how = await pressedBy(tx, ctx, one.answer);
        written.push(await writeWithdrawal(tx, ctx, { ...one, patient, how, togetherId }, now));
      }
      await recordEvents(
        tx,
        ctx,
        written.flatMap(({ events }) => events),
      );
      return { withdrawalIds: written.map(({ withdrawalId }) => withdrawalId) };
    },
  );
}
