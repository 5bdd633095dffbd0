import { v7 as uuid } from "uuid";
import { platformAcknowledgements } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { keepEvidence, type Signed } from "@/lib/consents/evidence";
import type { PatientContext, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { placeAsAgreed } from "@/lib/platform-requests/place-as-agreed";
import type { PlatformWish } from "@/lib/platform-requests/queries";
import type { AnswerFacts } from "@/lib/platform-requests/rules";
import { actorOf } from "@/lib/platforms/place";
import { wakeWorker } from "@/lib/work/wake";
import type { TradeOffText } from "./compose-trade-off";

type Acknowledged = {
  wish: PlatformWish;
  answer: AnswerFacts;
  shown: TradeOffText &
    Pick<typeof platformAcknowledgements.$inferInsert, "kind" | "explainedOn" | "language">;
  signed: Signed;
};

/** Keeps what is known to the patient, as it was put to them, and lets what was agreed begin. The caller asked the rules. */
export async function writeAcknowledgement(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  { wish, answer, shown, signed }: Acknowledged,
  now: Date,
): Promise<string> {
  const { practiceId } = ctx;
  const id = uuid();
  const { kind, explainedOn, textSha256 } = shown;
  await tx.insert(platformAcknowledgements).values({
    ...{ practiceId, id, requestId: wish.id, patientId: wish.patientId },
    ...shown,
    acknowledgedAt: now,
    ...actorOf(ctx),
  });
  await keepEvidence(tx, ctx, { acknowledgementId: id }, signed);
  await recordEvent(tx, ctx, {
    name: "platform-request.acknowledged",
    patient: wish.patientId,
    ...{ wishId: wish.id, acknowledgementId: id, kind, textSha256 },
    ...(explainedOn && { explainedOn }),
  });
  await placeAsAgreed(tx, ctx, wish, answer, now);
  await wakeWorker(tx);
  return id;
}
