import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import { meetsOnFrom } from "@/lib/platforms/platform-of-record";
import { listDefaults } from "@/lib/platforms/queries";
import { whoLacksRoom } from "@/lib/rooms/who-lacks-room";
import { listWhoMeets, type NamedOwner } from "./who-meets";

/** Everybody who meets there now, or will as it is settled, and has no room there yet. */
export async function listWithoutRoom(
  tx: Tx,
  ctx: StaffContext,
  platform: { id: string; kind: PlatformKind },
  now: Date,
): Promise<NamedOwner[]> {
  if (platform.kind !== "video") return [];
  const defaults = await listDefaults(tx, ctx);
  const there = (await listWhoMeets(tx, ctx)).filter(({ placements }) =>
    meetsOnFrom(placements, defaults, platform.id, now),
  );
  return whoLacksRoom(tx, ctx, platform, there, now);
}
