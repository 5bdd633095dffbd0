import { and, asc, eq, lt, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { eventDetails, events } from "@/db/schema";
import { parseCanonical } from "@/lib/audit/canonical";
import { detailsCommitment } from "@/lib/audit/event-body";
import { broken, type TrailBreak } from "@/lib/audit/trail-break";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Whether details still there are those their entry commits to, and how many were erased, which they may be. */
export async function checkDetails(tx: Tx, { practiceId }: Context, size: number) {
  const kept = await tx
    .select({
      seq: events.seq,
      body: events.body,
      salt: eventDetails.salt,
      details: eventDetails.details,
    })
    .from(eventDetails)
    .innerJoin(events, on(events, eventDetails.eventId))
    .where(and(eq(eventDetails.practiceId, practiceId), lt(events.seq, size)))
    .orderBy(asc(events.seq));
  const forged = kept.find(
    ({ body, salt, details }) => parseCanonical(body)?.details !== commitmentOf(salt, details),
  );
  const first: TrailBreak | null = forged
    ? broken(forged.seq, "details", `The details of entry ${forged.seq} are not those it was written with.`)
    : null;

  const [row] = await tx.execute<{ erased: number }>(sql`
    select count(*)::int as erased from events e
     where e.practice_id = ${practiceId} and e.seq < ${size} and e.body like '%"details":"%'
       and not exists (select from event_details d where d.practice_id = e.practice_id and d.event_id = e.id)`);
  return { checked: kept.length, broken: first, erased: row?.erased ?? 0 };
}

/** Null for what could never have been committed to, such as fractions or a salt that was cut. */
function commitmentOf(salt: Buffer, details: Record<string, string | number>): string | null {
  try {
    return detailsCommitment(salt, details);
  } catch {
    return null;
  }
}
