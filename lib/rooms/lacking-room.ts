import { and, eq, isNull } from "drizzle-orm";
import { rooms } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { PlatformKind } from "@/lib/platforms/naming";
import { lacksRoom } from "./rules";
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
  const { patientId, groupId } = rooms;
  const open = await tx
    .select({ patientId, groupId })
    .from(rooms)
    .where(
      and(eq(rooms.practiceId, ctx.practiceId), eq(rooms.platformId, platform.id), isNull(rooms.endedAt)),
    );
  const withRoom = new Set(open.map((room) => room.patientId ?? room.groupId));
  const without = owners.filter(({ id }) => !withRoom.has(id));
  if (without.length === 0) return [];
  const takenBack = await takenBackByOwner(tx, ctx, without.map(asOwner), now);
  return without.filter((one) => lacksRoom(platform, false, takenBack(asOwner(one)).toAgree(platform)));
}

function asOwner({ id, kind }: One) {
  return kind === "patient" ? { patientId: id } : { groupId: id };
}
