import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/in-practice";

/** True when nobody else has this in hand. The claim ends with the transaction, also when its process is killed. */
export async function claim(
  tx: Tx,
  noun: "message" | "refusal" | "campaign" | "access-test",
  id: string,
): Promise<boolean> {
  const [row] = await tx.execute<{ claimed: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`${noun} ${id}`}, 0)) as claimed`,
  );
  return row?.claimed === true;
}
