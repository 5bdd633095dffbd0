import { sql } from "drizzle-orm";
import { lookAcross } from "@/lib/in-practice";

/** Messages that are due, oldest first, of every practice: ids and nothing else. */
export async function lookForUnsent(most: number): Promise<{ practiceId: string; id: string }[]> {
  return lookAcross(async (tx) => [
    ...(await tx.execute<{ practiceId: string; id: string }>(
      sql`select practice_id as "practiceId", id from work.unsent(${most})`,
    )),
  ]);
}

/** Pictures of drafts that somebody asked for and nobody has drawn. */
export async function lookForUndrawnPreviews(most: number): Promise<{ practiceId: string; id: string }[]> {
  return lookAcross(async (tx) => [
    ...(await tx.execute<{ practiceId: string; id: string }>(
      sql`select practice_id as "practiceId", id from work.undrawn_previews(${most})`,
    )),
  ]);
}

/** Patients who have documents that nobody told them of, and who are not about to answer more. */
export async function lookForUntoldCopies(
  most: number,
): Promise<{ practiceId: string; patientId: string }[]> {
  return lookAcross(async (tx) => [
    ...(await tx.execute<{ practiceId: string; patientId: string }>(
      sql`select practice_id as "practiceId", patient_id as "patientId" from work.copies_untold(${most})`,
    )),
  ]);
}

/** Tests whose sample nobody has drawn yet, oldest first. */
export async function lookForUndrawnTests(most: number): Promise<{ practiceId: string; id: string }[]> {
  return lookAcross(async (tx) => [
    ...(await tx.execute<{ practiceId: string; id: string }>(
      sql`select practice_id as "practiceId", id from work.undrawn_tests(${most})`,
    )),
  ]);
}

export async function lookForDueCheckpoints(most: number): Promise<string[]> {
  const rows = await lookAcross((tx) =>
    tx.execute<{ id: string }>(sql`select practice_id as id from work.checkpoints_due(${most})`),
  );
  return rows.map(({ id }) => id);
}

export async function listPracticeIds(): Promise<string[]> {
  const rows = await lookAcross((tx) =>
    tx.execute<{ id: string }>(sql`select id from work.practice_ids() as id`),
  );
  return rows.map(({ id }) => id);
}
