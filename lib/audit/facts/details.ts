import { and, asc, eq, lt, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { eventDetails, events } from "@/db/schema";
import { detailsCommitment } from "@/lib/audit/event-body";
import { broken, type FactBreak } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { parseCanonical } from "@/verifier/trail/canonical";

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
  // Details may be erased, and then are gone; those that are there and of no entry were led away from theirs.
  const [lacking] = await tx.execute<{ erased: number; led_away: number | null }>(sql`
    select count(*)::int as erased,
           case when exists (
             select from event_details d
              where d.practice_id = ${practiceId}
                and not exists (select from events o where o.practice_id = d.practice_id and o.id = d.event_id)
           ) then min(e.seq)::float8 end as led_away
      from events e
     where e.practice_id = ${practiceId} and e.seq < ${size} and e.body like '%"details":"%'
       and not exists (select from event_details d where d.practice_id = e.practice_id and d.event_id = e.id)`);
  const seq = forged?.seq ?? lacking?.led_away ?? null;
  const why = forged ? "are not those it was written with" : "were led elsewhere";
  const first: FactBreak | null =
    seq === null ? null : broken(seq, "details", `The details of entry ${seq} ${why}.`);
  return { checked: kept.length, broken: first, erased: lacking?.erased ?? 0 };
}

/** Null for what could never have been committed to, such as fractions or a salt that was cut. */
function commitmentOf(salt: Buffer, details: Record<string, string | number>): string | null {
  try {
    return detailsCommitment(salt, details);
  } catch {
    return null;
  }
}
