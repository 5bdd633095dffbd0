import { type SQLWrapper, sql } from "drizzle-orm";
import { putBacks, withdrawals } from "./schema";

/** Whether what was taken back was put back; asked by more nouns than one of them could tell the others. */
export function isPutBack(
  { practiceId, withdrawalId }: { practiceId: SQLWrapper; withdrawalId: SQLWrapper } = {
    practiceId: withdrawals.practiceId,
    withdrawalId: withdrawals.id,
  },
) {
  return sql<boolean>`exists (select from ${putBacks} b
    where b.practice_id = ${practiceId} and b.withdrawal_id = ${withdrawalId})`;
}
