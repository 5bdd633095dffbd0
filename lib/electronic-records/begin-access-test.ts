import { v7 as uuid } from "uuid";
import { accessTests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { lockReachablePatient } from "@/lib/consents/queries";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { wakeWorker } from "@/lib/worker/wake";
import { recordsState } from "./records-state";
import { isReusable, whyNotBegin } from "./rules";
import { sealNewDigits } from "./sealed-code";

/** Has a sample file made with four digits in it, for this person and patient. One that waits to be tried serves again. */
export async function beginAccessTest(ctx: PatientContext, { patientId }: { patientId: string }) {
  return inPractice(
    ctx,
    (tx) => lockReachablePatient(tx, ctx, patientId),
    async (tx, now) => {
      const { route, latestTest } = await recordsState(tx, ctx, patientId, now);
      const refusal = whyNotBegin(route);
      if (refusal) throw new Refused(refusal);
      if (latestTest && isReusable(latestTest, now)) return { testId: latestTest.id };

      const id = uuid();
      await tx.insert(accessTests).values({
        practiceId: ctx.practiceId,
        id,
        patientId,
        userId: ctx.userId,
        sealedCode: sealNewDigits(ctx, id),
        begunAt: now,
      });
      await wakeWorker(tx);
      await recordEvent(tx, ctx, { name: "access-test.begun", patient: patientId, testId: id });
      return { testId: id };
    },
  );
}
