import { and, eq, isNull } from "drizzle-orm";
import { rooms } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Whose rooms are open, and on which platform. */
export async function listOpenRooms(tx: Tx, { practiceId }: Context) {
  const { platformId, patientId, groupId } = rooms;
  return tx
    .select({ platformId, patientId, groupId })
    .from(rooms)
    .where(and(eq(rooms.practiceId, practiceId), isNull(rooms.endedAt)));
}
