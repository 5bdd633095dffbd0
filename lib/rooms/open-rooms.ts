import { and, eq, isNull } from "drizzle-orm";
import { on } from "@/db/on";
import { meetings, rooms, staffMembers } from "@/db/schema";
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

/** Every open room with who gave it when, and the last letters by which its meeting is known again. */
export async function listRoomsInUse(tx: Tx, { practiceId }: Context) {
  const { id, platformId, patientId, groupId, assignedAt } = rooms;
  const rows = await tx
    .select({
      id,
      platformId,
      patientId,
      groupId,
      assignedAt,
      assignedByName: staffMembers.name,
      key: meetings.key,
    })
    .from(rooms)
    .innerJoin(meetings, on(meetings, rooms.meetingId))
    .innerJoin(staffMembers, on(staffMembers, rooms.assignedBy))
    .where(and(eq(rooms.practiceId, practiceId), isNull(rooms.endedAt)));
  return rows.map(({ key, ...room }) => ({ ...room, ending: key.slice(-4) }));
}
