import { and, eq, inArray } from "drizzle-orm";
import { answers } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { findEvidence } from "./evidence";
import { isUnknownName } from "./signature-rules";

export type Signature = { printedName: string; isDrawn: boolean; isUnknown: boolean };

/** How each of a patient's answers was signed, and whether with a name nobody here knows; erased evidence says nothing. */
export async function listSignatures(
  tx: Tx,
  ctx: StaffContext,
  patient: { legalName: string; calledName: string },
  answerIds: readonly string[],
): Promise<Map<string, Signature>> {
  const { id, capacity, practiceId } = answers;
  const rows = await tx
    .select({ id, capacity })
    .from(answers)
    .where(and(eq(practiceId, ctx.practiceId), inArray(id, [...answerIds])));
  const signatures = new Map<string, Signature>();
  for (const answer of rows) {
    const evidence = await findEvidence(tx, ctx, { answerId: answer.id });
    if (!evidence?.printedName) continue;
    const { printedName, mark, named } = evidence;
    const known = [patient.legalName, patient.calledName, named?.legalName ?? ""];
    const isUnknown = answer.capacity === "self" && isUnknownName(printedName, known);
    signatures.set(answer.id, { printedName, isDrawn: mark !== null, isUnknown });
  }
  return signatures;
}
