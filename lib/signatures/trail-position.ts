import { and, asc, eq, sql } from "drizzle-orm";
import { events } from "@/db/schema";
import { settledOrigin } from "@/lib/audit/trail-origin";
import type { SystemContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Which entries may tell of a fact, and under which id. */
type Told = { names: string; member: string; id: string };

/** Where the trail first tells of what a document is about. */
export async function trailPosition(tx: Tx, ctx: SystemContext, patientId: string, told: Told) {
  const [event] = await tx
    .select({ seq: events.seq, leaf: events.leaf })
    .from(events)
    .where(
      and(
        eq(events.practiceId, ctx.practiceId),
        eq(events.patientId, patientId),
        sql`${events.name} like ${told.names}`,
        sql`${events.body}::jsonb ->> ${told.member} = ${told.id}`,
      ),
    )
    .orderBy(asc(events.seq))
    .limit(1);
  if (!event) throw new Error(`The trail does not tell of ${told.member} ${told.id}`);
  return { origin: await settledOrigin(tx, ctx), sequence: event.seq, leaf: event.leaf };
}
