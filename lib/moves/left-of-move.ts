import { eq } from "drizzle-orm";
import { rooms } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { listTextsInForce, textsSayingOtherwise } from "@/lib/disclosures/platform-texts";
import type { Tx } from "@/lib/in-practice";
import { practiceDefault } from "@/lib/platforms/of-record";
import { listDefaults } from "@/lib/platforms/queries";
import { nextTurn, turnsOf } from "@/lib/platforms/turns";
import { type MetOn, namedPlatforms } from "@/lib/platforms/where-they-meet";
import { reach, whyNotMay } from "@/lib/roles";
import { listWithoutRoom } from "./without-room";

export type LeftOfMove = {
  platform: MetOn;
  /** When the practice moves there; null once it has. */
  movesAt: Date | null;
  /** Whom one may give a room and who has none there, in a practice that gives rooms at all. */
  rooms: number;
  /** The texts that say otherwise, for who may write them. */
  texts: string[];
};

/** What a move of the practice leaves to do for this person; null where it never moved, or nothing is left. */
export async function leftOfMove(tx: Tx, ctx: StaffContext, now: Date): Promise<LeftOfMove | null> {
  const defaults = await listDefaults(tx, ctx);
  if (defaults.length < 2) return null;
  const named = await namedPlatforms(tx, ctx);
  const movesAt = nextTurn(turnsOf([], defaults), now)?.at ?? null;
  const at = movesAt ?? now;
  const platform = named.get(practiceDefault(defaults, at)?.platformId ?? "");
  if (!platform) return null;
  const managed = reach(ctx.roles, "manage-rooms");
  const without = (await givesRooms(tx, ctx)) ? await listWithoutRoom(tx, ctx, platform, now) : [];
  const own = without.filter(
    ({ treatingStaffId }) => managed === "all" || (managed === "own" && treatingStaffId === ctx.staffId),
  );
  const mayWrite = whyNotMay(ctx, "publish-disclosures") === null;
  const texts = mayWrite
    ? textsSayingOtherwise(await listTextsInForce(tx, ctx, now), defaults, named, at)
    : [];
  if (own.length === 0 && texts.length === 0) return null;
  return { platform, movesAt, rooms: own.length, texts: texts.map(({ disclosureId }) => disclosureId) };
}

async function givesRooms(tx: Tx, { practiceId }: StaffContext): Promise<boolean> {
  const given = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(eq(rooms.practiceId, practiceId))
    .limit(1);
  return given.length > 0;
}
