import { eq, sql } from "drizzle-orm";
import { auditHeads } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Holds the end of the practice's trail until the transaction ends: its holder sees what all before it have written. */
export async function lockHead(tx: Tx, { practiceId }: Context) {
  const [head] = await tx
    .select({
      size: auditHeads.size,
      leaf: auditHeads.leaf,
      at: auditHeads.at,
      now: sql`clock_timestamp()`.mapWith(auditHeads.at),
    })
    .from(auditHeads)
    .where(eq(auditHeads.practiceId, practiceId))
    .for("update");
  if (!head) throw new Error(`Practice ${practiceId} has no audit head`);
  return head;
}
