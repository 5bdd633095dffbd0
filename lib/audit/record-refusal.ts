import { and, eq, gt, sql } from "drizzle-orm";
import { events } from "@/db/schema";
import type { Context } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { claim } from "@/lib/worker/claim";
import { actorOf } from "./event-body";
import { recordEvent } from "./record-event";

const again = 60 * 60_000;

export function isOfRole(error: unknown): error is Refused<"not-your-role"> {
  return error instanceof Refused && error.reason === "not-your-role";
}

/**
 * Records that a person's roles kept them from something, in a transaction of its own: that of the operation has
 * been rolled back. Once per person, place and hour, because a page can be loaded again and again.
 */
export async function recordRefusal(ctx: Context, { reason, details }: Refused): Promise<void> {
  const what = String(details.ability ?? "operation");
  const { id: actorId } = actorOf(ctx);
  await inPractice(ctx, async (tx, now) => {
    if (!(await claim(tx, "refusal", `${ctx.practiceId} ${actorId} ${what}`))) return;
    const [lately] = await tx
      .select({ seq: events.seq })
      .from(events)
      .where(
        and(
          eq(events.practiceId, ctx.practiceId),
          eq(events.name, "access.refused"),
          eq(events.actorId, actorId),
          gt(events.at, new Date(now.getTime() - again)),
          sql`${events.body}::jsonb ->> 'what' = ${what}`,
        ),
      )
      .limit(1);
    if (!lately) await recordEvent(tx, ctx, { name: "access.refused", what, reason });
  });
}
