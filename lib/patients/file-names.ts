import { and, desc, eq, inArray } from "drizzle-orm";
import { fileNameChoices } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Which of these patients would rather not be named by their files. */
export async function unnamedFiles(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[],
): Promise<Set<string>> {
  if (patientIds.length === 0) return new Set();
  const { practiceId, patientId, chosenAt, isNamed } = fileNameChoices;
  const last = await tx
    .selectDistinctOn([patientId], { patientId, isNamed })
    .from(fileNameChoices)
    .where(and(eq(practiceId, ctx.practiceId), inArray(patientId, [...patientIds])))
    .orderBy(patientId, desc(chosenAt));
  return new Set(last.filter((choice) => !choice.isNamed).map((choice) => choice.patientId));
}

/** The name that stands in the name of a patient's file, or none. */
export async function nameInFiles(
  tx: Tx,
  ctx: Context,
  patient: { id: string; legalName: string },
): Promise<string | null> {
  const unnamed = await unnamedFiles(tx, ctx, [patient.id]);
  return unnamed.has(patient.id) ? null : patient.legalName;
}
