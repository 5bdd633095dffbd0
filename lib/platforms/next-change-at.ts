import { sql } from "drizzle-orm";
import { placements, platformDefaults } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** The next moment at which what anybody of the practice meets on may change by itself. */
export async function nextChangeAt(tx: Tx, { practiceId }: Context, now: Date): Promise<Date | null> {
  const [next] = await tx.execute<{ at: number | null }>(sql`
    select round(date_part('epoch', min(at)) * 1000) as at from (
      select since as at from ${placements} where practice_id = ${practiceId}
      union all select until from ${placements} where practice_id = ${practiceId}
      union all select effective_from from ${platformDefaults} where practice_id = ${practiceId}
    ) changes where at > ${now.toISOString()}::timestamptz`);
  return next?.at ? new Date(next.at) : null;
}
