import { sql } from "drizzle-orm";
import { lookAcross } from "@/lib/in-practice";
import { findDue } from "@/lib/worker/find-due";

/** How many answers and withdrawals lack their document. */
export async function unsealed(): Promise<number> {
  const [row] = await lookAcross((tx) =>
    tx.execute<{ count: number }>(sql`select unsealed_count as count from work.readiness()`),
  );
  return row?.count ?? 0;
}

export async function untilNothingWaits(): Promise<void> {
  while ((await unsealed()) > 0) await moment();
}

export async function untilSamplesAreDrawn(): Promise<void> {
  while ((await findDue("undrawn_tests", 1)).length > 0) await moment();
}

function moment() {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
