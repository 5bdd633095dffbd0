import { and, eq } from "drizzle-orm";
import { rooms } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { RoomIdInput } from "./input";
import { lockRoom } from "./queries";
import { aboutOwner, whyNotUseRoom } from "./rules";

/** Ends a room. Its meeting stays its owner's: nobody else is ever given it. */
export async function endRoom(ctx: StaffContext, { roomId }: RoomIdInput) {
  mustMay(ctx, "manage-rooms");
  return inPractice(
    ctx,
    (tx) => lockRoom(tx, ctx, roomId),
    async (tx, now, { room, owner }) => {
      const refusal = whyNotUseRoom(room);
      if (refusal) throw new Refused(refusal);

      await tx
        .update(rooms)
        .set({ endedAt: now, endedBy: ctx.staffId })
        .where(and(eq(rooms.practiceId, ctx.practiceId), eq(rooms.id, roomId)));
      await recordEvent(tx, ctx, { name: "room.ended", ...aboutOwner(owner), roomId });
    },
  );
}
