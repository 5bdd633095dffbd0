import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { rooms } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { readPage, type Tx } from "@/lib/in-practice";
import { listWithoutRoom } from "@/lib/moves/without-room";
import { getPlatform } from "@/lib/platforms/queries";
import { getPractice } from "@/lib/practices/queries";
import { mustMay, reach } from "@/lib/roles";

/** Whoever lacks a room on a video service and whose rooms one may give, and what one gave there last. */
export async function linksPage(ctx: StaffContext, platformId: string) {
  mustMay(ctx, "manage-rooms");
  return readPage(ctx, async (tx, now) => {
    const { kind, name, leftAt } = await getPlatform(tx, ctx, platformId);
    if (kind !== "video" || leftAt) throw new NotFound();
    const lacking = await listWithoutRoom(tx, ctx, { id: platformId, kind }, now);
    const managesAll = reach(ctx.roles, "manage-rooms") === "all";
    const own = lacking.filter(({ treatingStaffId }) => managesAll || treatingStaffId === ctx.staffId);
    return {
      timeZone: (await getPractice(tx, ctx)).timeZone,
      name,
      people: own.map(({ id, kind: whose, name: legalName }) => ({ id, kind: whose, name: legalName })),
      /** Whom only colleagues may give one. */
      others: lacking.length - own.length,
      last: await lastGiven(tx, ctx, platformId),
    };
  });
}

/** What this person gave there in their last act and nobody ended since. */
async function lastGiven(tx: Tx, ctx: StaffContext, platformId: string) {
  const given = await tx
    .select({ id: rooms.id, at: rooms.assignedAt })
    .from(rooms)
    .where(
      and(
        eq(rooms.practiceId, ctx.practiceId),
        eq(rooms.platformId, platformId),
        eq(rooms.assignedBy, ctx.staffId),
        isNull(rooms.endedAt),
      ),
    )
    .orderBy(desc(rooms.assignedAt), asc(rooms.id));
  const at = given[0]?.at;
  if (!at) return null;
  return { at, roomIds: given.filter((room) => room.at.getTime() === at.getTime()).map(({ id }) => id) };
}
