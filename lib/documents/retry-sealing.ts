import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { on } from "@/db/on";
import { sealFailures, sealRetries, signatures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { lockReachablePatient } from "@/lib/consents/queries";
import type { StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { wakeWorker } from "@/lib/worker/wake";

/** Asks for another try now, before the pause is over. Asking twice is one asking. */
export async function retrySealing(ctx: StaffContext, failureId: string) {
  mustMay(ctx, "retry-sealing");
  return inPractice(ctx, async (tx, now) => {
    const [failure] = await tx
      .select({ signatureId: signatures.id, patientId: signatures.patientId })
      .from(sealFailures)
      .innerJoin(signatures, on(signatures, sealFailures.signatureId))
      .where(and(eq(sealFailures.practiceId, ctx.practiceId), eq(sealFailures.id, failureId)));
    if (!failure) throw new NotFound();
    const { signatureId, patientId } = failure;
    await lockReachablePatient(tx, ctx, patientId, "retry-sealing");

    const [asked] = await tx
      .insert(sealRetries)
      .values({ practiceId: ctx.practiceId, id: uuid(), failureId, askedAt: now, askedBy: ctx.staffId })
      .onConflictDoNothing()
      .returning({ id: sealRetries.id });
    if (!asked) return;
    await wakeWorker(tx);
    await recordEvent(tx, ctx, { name: "document.seal-retried", patient: patientId, signatureId });
  });
}
