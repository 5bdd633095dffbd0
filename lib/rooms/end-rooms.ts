import { and, eq, inArray } from "drizzle-orm";
import { rooms } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { EndRoomsInput } from "./input";
import { lockRoom } from "./queries";
import { aboutOwner, whyNotUseRoom } from "./rules";

/** Ends rooms, all of them or none. Their meetings stay their owners': nobody else is ever given one. */
export async function endRooms(ctx: StaffContext, { roomIds }: EndRoomsInput) {
  mustMay(ctx, "manage-rooms");
  return inPractice(
    ctx,
    async (tx) => {
      const locked: Awaited<ReturnType<typeof lockRoom>>[] = [];
      for (const roomId of [...new Set(roomIds)].toSorted()) locked.push(await lockRoom(tx, ctx, roomId));
      return locked;
    },
    async (tx, now, locked) => {
      const refusal = locked.map(({ room }) => whyNotUseRoom(room)).find(Boolean);
      if (refusal) throw new Refused(refusal);

      const ended = locked.map(({ room }) => room.id);
      await tx
        .update(rooms)
        .set({ endedAt: now, endedBy: ctx.staffId })
        .where(and(eq(rooms.practiceId, ctx.practiceId), inArray(rooms.id, ended)));
      await recordEvents(
        tx,
        ctx,
        locked.map(({ room, owner }) => ({ name: "room.ended", ...aboutOwner(owner), roomId: room.id })),
      );
    },
  );
}
