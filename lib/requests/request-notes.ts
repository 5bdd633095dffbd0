import { and, eq } from "drizzle-orm";
import { on } from "@/db/on";
import { requestNotes, requests } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { requestNote } from "./sealed-request-note";

/** Why a patient was asked once more, by the question it was asked with; null where what is stored was altered. */
export async function listRequestNotes(
  tx: Tx,
  ctx: StaffContext,
  patientId: string,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx
    .select({ id: requestNotes.id, requestId: requestNotes.requestId, sealed: requestNotes.sealed })
    .from(requestNotes)
    .innerJoin(requests, on(requests, requestNotes.requestId))
    .where(and(eq(requestNotes.practiceId, ctx.practiceId), eq(requests.patientId, patientId)));
  return new Map(rows.map(({ requestId, id, sealed }) => [requestId, requestNote.open(ctx, id, sealed)]));
}
