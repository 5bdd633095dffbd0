import { v7 as uuid } from "uuid";
import { accessTests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { mustMay } from "@/lib/roles";
import { wakeWorker } from "@/lib/worker/wake";
import { findTest } from "./queries";
import { recordsState } from "./records-state";
import { whyNotAllow } from "./rules";
import { sealNewDigits } from "./sealed-code";

/** In the room again: whoever missed the last sample gets a new one to open. */
export async function allowNewAccessTest(ctx: StaffContext, { patientId }: { patientId: string }) {
  mustMay(ctx, "ask-patients");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, patientId, "ask-patients"),
    async (tx, now) => {
      const { latestTest } = await recordsState(tx, ctx, patientId, now);
      const refusal = whyNotAllow(latestTest);
      if (refusal) throw new Refused(refusal);
      const missed = await findTest(tx, ctx, latestTest?.id ?? "");
      if (!missed) throw new NotFound();

      const { practiceId } = ctx;
      const id = uuid();
      const sealedCode = sealNewDigits(ctx, id);
      await tx
        .insert(accessTests)
        .values({ practiceId, id, patientId, userId: missed.userId, sealedCode, begunAt: now });
      await wakeWorker(tx);
      await recordEvent(tx, ctx, { name: "access-test.begun", patient: patientId, testId: id });
      return { testId: id };
    },
  );
}
