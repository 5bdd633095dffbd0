import { acknowledgements } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { PatientContext, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { writtenBy } from "@/lib/platforms/write-placement";
import { keepSignature, type Signed } from "@/lib/signatures/keep-signature";
import type { PlatformWish } from "@/lib/wishes/queries";
import { wakeWorker } from "@/lib/worker/wake";
import type { TradeOffText } from "./compose-trade-off";

type Acknowledged = {
  wish: PlatformWish;
  shown: TradeOffText & Pick<typeof acknowledgements.$inferInsert, "kind" | "explainedOn" | "language">;
  signed: Signed;
};

/** Keeps what the patient knows, as it was put to them, and gives the event to be recorded. The caller asked the rules. */
export async function writeAcknowledgement(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  { wish, shown, signed }: Acknowledged,
  now: Date,
): Promise<{ acknowledgementId: string; event: AuditEvent }> {
  const { practiceId } = ctx;
  const id = await keepSignature(tx, ctx, "acknowledgement", signed, now);
  const { kind, explainedOn, language, textSha256 } = shown;
  await tx.insert(acknowledgements).values({
    practiceId,
    id,
    wishId: wish.id,
    patientId: wish.patientId,
    ...shown,
    acknowledgedAt: now,
    ...writtenBy(ctx),
  });
  await wakeWorker(tx);
  const known = { wishId: wish.id, acknowledgementId: id, kind, language, textSha256 };
  const event = { patient: wish.patientId, ...known, ...(explainedOn && { explainedOn }) };
  return { acknowledgementId: id, event: { name: "platform-request.acknowledged", ...event } };
}
