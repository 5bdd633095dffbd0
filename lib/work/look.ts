import { database } from "@/db/client";
import { databaseFault } from "@/lib/database-fault";

export type LackingMessage = { practiceId: string; id: string };
export type LackingDocument = { practiceId: string; answerId: string | null; withdrawalId: string | null };

/** Messages that are due, oldest first, of every practice: ids and nothing else. */
export function lookForUnsent(most: number): Promise<LackingMessage[]> {
  return look(
    (sql) => sql<LackingMessage[]>`select practice_id as "practiceId", id from work.unsent(${most})`,
  );
}

export function lookForUnsealed(most: number): Promise<LackingDocument[]> {
  return look(
    (sql) => sql<LackingDocument[]>`
      select practice_id as "practiceId", answer_id as "answerId", withdrawal_id as "withdrawalId"
        from work.unsealed(${most})`,
  );
}

export async function lookForDueCheckpoints(most: number): Promise<string[]> {
  const rows = await look(
    (sql) => sql<{ id: string }[]>`select practice_id as id from work.checkpoints_due(${most})`,
  );
  return rows.map(({ id }) => id);
}

export async function listPracticeIds(): Promise<string[]> {
  const rows = await look((sql) => sql<{ id: string }[]>`select id from work.practice_ids() as id`);
  return rows.map(({ id }) => id);
}

/** These functions of the database answer outside every practice, so no practice is entered for them. */
async function look<Row>(ask: (sql: ReturnType<typeof database>) => PromiseLike<Row[]>): Promise<Row[]> {
  try {
    return [...(await ask(database()))];
  } catch (error) {
    throw databaseFault(error);
  }
}
