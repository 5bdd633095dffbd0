import { v7 as uuid } from "uuid";
import { type Request, requestNotes, requests } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { type Addressee, oweQuestion } from "@/lib/messages/owe-message";
import { requestNote } from "./sealed-request-note";

type Question = { disclosureId: string; versionId: string; note?: string | null };
type Asking = Pick<Request, "origin" | "askedBy" | "askingId" | "campaignId" | "dueOn" | "askedAt"> & {
  /** The mail leaves then and not before. */
  notBefore: Date | null;
};

/** Writes what one patient is asked together, as one sitting with one mail. Gives the events to be recorded. */
export async function putQuestions(
  tx: Tx,
  ctx: Context,
  patient: Addressee,
  questions: readonly Question[],
  { notBefore, ...asking }: Asking,
): Promise<AuditEvent[]> {
  const { practiceId, route } = ctx;
  const sittingId = uuid();
  const put = questions.map(({ note = null, ...about }) => ({ id: uuid(), note, ...about }));
  await tx.insert(requests).values(
    put.map(({ note: _, ...about }) => {
      return { ...about, ...asking, practiceId, patientId: patient.id, sittingId, route };
    }),
  );
  const notes = put.flatMap(({ id: requestId, note }) => {
    const id = uuid();
    return note ? [{ practiceId, id, requestId, sealed: requestNote.seal(ctx, id, note) }] : [];
  });
  if (notes.length > 0) await tx.insert(requestNotes).values(notes);
  const mail = { requestId: put[0]?.id ?? "", sittingId, notBefore };
  await oweQuestion(tx, ctx, patient, mail, asking.askedAt);
  return put.map(({ id: requestId, disclosureId, versionId }) => {
    return { name: "request.made", patient: patient.id, requestId, disclosureId, versionId };
  });
}
