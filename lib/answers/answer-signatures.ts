import { and, eq, inArray } from "drizzle-orm";
import { answers } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { readEvidences } from "@/lib/signatures/find-evidence";
import { isUnknownName } from "@/lib/signatures/signature-rules";

export type AnswerSignature =
  | { printedName: string; isDrawn: boolean; isUnknown: boolean; isRewritten: boolean }
  | "altered";

/** How each of a patient's answers was signed, and whether with a name nobody here knows; erased evidence says nothing. */
export async function listAnswerSignatures(
  tx: Tx,
  ctx: StaffContext,
  patient: { legalName: string; calledName: string },
  answerIds: readonly string[],
): Promise<Map<string, AnswerSignature>> {
  const { id, capacity, practiceId } = answers;
  const rows = await tx
    .select({ id, capacity })
    .from(answers)
    .where(and(eq(practiceId, ctx.practiceId), inArray(id, [...answerIds])));
  const evidenceOf = await readEvidences(tx, ctx, answerIds);
  const signed = rows.flatMap((answer): [string, AnswerSignature][] => {
    const evidence = evidenceOf.get(answer.id);
    if (evidence === "altered") return [[answer.id, evidence]];
    if (!evidence?.printedName) return [];
    const { printedName, mark, named, rewritten } = evidence;
    const known = [patient.legalName, patient.calledName, named?.legalName ?? ""];
    const isUnknown = answer.capacity === "self" && isUnknownName(printedName, known);
    const isRewritten = rewritten === true;
    return [[answer.id, { printedName, isDrawn: mark !== null, isUnknown, isRewritten }]];
  });
  return new Map(signed);
}
