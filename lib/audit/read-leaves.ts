import { and, asc, eq, gte, lt } from "drizzle-orm";
import { events } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** The stored history no longer leads through what was signed before, or has a hole. */
export class TrailAltered extends Error {
  override name = "TrailAltered";
}

const page = 10_000;

/** The leaves of the trail from one place on, page by page; without `to`, up to its end. */
export async function* readLeaves(
  tx: Tx,
  { practiceId }: Context,
  from: number,
  to = Number.MAX_SAFE_INTEGER,
) {
  let next = from;
  for (let rows = await rowsAt(next); rows.length > 0; rows = await rowsAt(next)) {
    for (const { seq } of rows) {
      if (seq !== next) throw new TrailAltered(`The trail of ${practiceId} lacks entry ${next}`);
      next += 1;
    }
    yield rows.map(({ leaf }) => leaf);
  }

  function rowsAt(start: number) {
    return tx
      .select({ seq: events.seq, leaf: events.leaf })
      .from(events)
      .where(
        and(
          eq(events.practiceId, practiceId),
          gte(events.seq, start),
          lt(events.seq, Math.min(start + page, to)),
        ),
      )
      .orderBy(asc(events.seq));
  }
}
