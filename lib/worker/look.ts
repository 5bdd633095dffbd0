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

/** Campaigns whose time has come and that have somebody left to ask. */
export async function lookForDueCampaigns(most: number): Promise<{ practiceId: string; id: string }[]> {
  return lookAcross(async (tx) => [
    ...(await tx.execute<{ practiceId: string; id: string }>(
      sql`select practice_id as "practiceId", id from work.campaigns_due(${most})`,
    )),
  ]);
}

/** Answers that are about to end and were not asked about since. */
export async function lookForDueRenewals(most: number): Promise<{ practiceId: string; answerId: string }[]> {
  return lookAcross(async (tx) => [
    ...(await tx.execute<{ practiceId: string; answerId: string }>(
      sql`select practice_id as "practiceId", answer_id as "answerId" from work.renewals_due(${most})`,
    )),
  ]);
}

/** Sittings in which a question waits for another word about it. */
export async function lookForDueReminders(
  most: number,
): Promise<{ practiceId: string; sittingId: string }[]> {
  return lookAcross(async (tx) => [
    ...(await tx.execute<{ practiceId: string; sittingId: string }>(
      sql`select practice_id as "practiceId", sitting_id as "sittingId" from work.reminders_due(${most})`,
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
