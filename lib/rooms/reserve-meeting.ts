import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { meetings } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { type Owner, whyNotReserveMeeting } from "./rules";

/**
 * The meeting of this key, new or theirs already. The unique key has the last word: of many who want it at once the
 * others wait here until the first is stored, and are then told.
 */
export async function reserveMeeting(
  tx: Tx,
  ctx: StaffContext,
  key: string,
  owner: Owner | { staffId: string },
  now: Date,
): Promise<{ id: string }> {
  const { practiceId, staffId } = ctx;
  const [taken] = await tx
    .insert(meetings)
    .values({ practiceId, id: uuid(), key, ...owner, notedAt: now, notedBy: staffId })
    .onConflictDoNothing({ target: [meetings.practiceId, meetings.key] })
    .returning({ id: meetings.id });
  if (taken) return taken;

  const [known] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.practiceId, practiceId), eq(meetings.key, key)));
  if (!known) throw new Error("A meeting that stood in the way is not there");
  const refusal = whyNotReserveMeeting(known, owner);
  if (refusal) throw new Refused(refusal);
  return { id: known.id };
}
