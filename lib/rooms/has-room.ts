import { and, eq, isNull } from "drizzle-orm";
import { rooms } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

export async function ownersWithRoom(tx: Tx, ctx: Context, platformId: string): Promise<ReadonlySet<string>> {
  const { patientId, groupId } = rooms;
  const open = await tx
    .select({ patientId, groupId })
    .from(rooms)
    .where(
      and(eq(rooms.practiceId, ctx.practiceId), eq(rooms.platformId, platformId), isNull(rooms.endedAt)),
    );
  return new Set(open.flatMap((room) => room.patientId ?? room.groupId ?? []));
}
