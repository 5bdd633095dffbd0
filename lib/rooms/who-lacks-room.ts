import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { PlatformKind } from "@/lib/platforms/platform-name";
import { listOpenRooms } from "./open-rooms";
import { asOwner, lacksRoom } from "./rules";
import { takenBackByOwner } from "./taken-back-by-owner";

type Way = { id: string; kind: PlatformKind };
type One = { id: string; kind: "patient" | "group" };

/** Who of these lacks a room there, where they meet or would. The caller has made sure of them. */
export async function whoLacksRoom<Listed extends One>(
  tx: Tx,
  ctx: Context,
  platform: Way,
  owners: readonly Listed[],
  now: Date,
): Promise<Listed[]> {
  if (platform.kind !== "video") return [];
  const open = (await listOpenRooms(tx, ctx)).filter(({ platformId }) => platformId === platform.id);
  const withRoom = new Set(open.map(({ patientId, groupId }) => patientId ?? groupId));
  const without = owners.filter(({ id }) => !withRoom.has(id));
  if (without.length === 0) return [];
  const takenBack = await takenBackByOwner(tx, ctx, without.map(asOwner), now);
  return without.filter((one) => lacksRoom(platform, false, takenBack(asOwner(one)).toAgree(platform)));
}
