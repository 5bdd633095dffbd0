import { v7 as uuid } from "uuid";
import { type Answer, type Patient, withdrawalItems, withdrawals } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { AnswerFacts } from "@/lib/consents/consent-state";
import type { PatientContext, StaffContext } from "@/lib/context";
import { getDisclosure } from "@/lib/disclosures/queries";
import { oweDuties } from "@/lib/duties/owe-duties";
import { dutiesOf } from "@/lib/duties/rules";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { keepSignature, type Signed } from "@/lib/signatures/keep-signature";
import { wakeWorker } from "@/lib/worker/wake";
import { usesToWithdraw } from "./rules";

type Taken = {
  answer: Answer;
  facts: AnswerFacts;
  patient: Patient;
  /** Of the uses still allowed, those that are taken back. */
  itemIds: string[];
  how: Pick<Signed, "printedName" | "intent" | "notedBy">;
  /** The one press on everything that it comes of. */
  togetherId?: string;
};

/** Writes one withdrawal with its evidence and duties, under the patient's lock; the events to record come back. */
export async function writeWithdrawal(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  { answer, facts, patient, itemIds, how, togetherId }: Taken,
  now: Date,
): Promise<{ withdrawalId: string; events: AuditEvent[] }> {
  const { practiceId, route } = ctx;
  const taken = { practiceId, answerId: answer.id };
  const practice = await getPractice(tx, ctx);
  const signed = { patient, practice, mark: null, ...how };
  const withdrawalId = await keepSignature(tx, ctx, "withdrawal", signed, now);
  const by =
    ctx.kind === "staff"
      ? { withdrawnBy: ctx.staffId, notedBy: ctx.staffId }
      : { withdrawnBy: ctx.userId, notedBy: null };
  await tx.insert(withdrawals).values({
    ...taken,
    ...by,
    id: withdrawalId,
    patientId: patient.id,
    withdrawnAt: now,
    route,
    togetherId,
  });
  await tx
    .insert(withdrawalItems)
    .values(itemIds.map((itemId) => ({ ...taken, id: uuid(), withdrawalId, itemId })));

  const { kind, versions } = await getDisclosure(tx, ctx, answer.disclosureId);
  const partly = usesToWithdraw(facts, null).length > itemIds.length;
  const text = versions.find(({ id }) => id === answer.versionId);
  const upcoming = text !== undefined && text.effectiveFrom > now;
  const toDo = dutiesOf(kind, { partly, upcoming });
  const owed = await oweDuties(tx, ctx, { patient, withdrawalId }, toDo, now);
  await wakeWorker(tx);
  const scope = partly ? "items" : "whole";
  const about = { patient: patient.id, answerId: answer.id, withdrawalId };
  const told = { ...about, scope, itemIds, ...(togetherId && { togetherId }) } as const;
  return { withdrawalId, events: [{ name: "consent.withdrawn", ...told }, ...owed] };
}
