import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { rooms } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { getPlatform } from "@/lib/platforms/queries";
import { mustMay } from "@/lib/roles";
import type { AssignRoomInput } from "./input";
import { readMeeting } from "./meeting-key";
import { findOpenRoom, lockOwner } from "./queries";
import { aboutOwner, whyNotAssignRoom } from "./rules";
import { sealSecrets } from "./sealed-room";
import { takeMeeting } from "./take-meeting";

/** Gives a patient or a group its own meeting on a platform, and ends the one it replaces in the same act. */
export async function assignRoom(ctx: StaffContext, input: AssignRoomInput) {
  mustMay(ctx, "manage-rooms");
  return inPractice(
    ctx,
    (tx) => lockOwner(tx, ctx, input.owner),
    async (tx, now, facts) => {
      const { owner, platformId, passcode, waitingRoom, replaces = null } = input;
      const { practiceId, staffId } = ctx;
      const platform = await getPlatform(tx, ctx, platformId);
      const open = await findOpenRoom(tx, ctx, owner, platformId);
      const meeting = readMeeting(input.meeting);
      const refusal = whyNotAssignRoom(platform, facts, open?.id ?? null, replaces);
      if (refusal) throw new Refused(refusal);
      if (typeof meeting === "string") throw new Refused(meeting);

      const { id: meetingId } = await takeMeeting(tx, ctx, meeting.key, owner, now);
      const roomId = uuid();
      if (open) {
        const ended = { endedAt: now, endedBy: staffId };
        await tx
          .update(rooms)
          .set(ended)
          .where(and(eq(rooms.practiceId, practiceId), eq(rooms.id, open.id)));
      }
      const assigned = { hasWaitingRoom: waitingRoom === "yes", assignedAt: now, assignedBy: staffId };
      const secrets = sealSecrets(ctx, roomId, { link: meeting.link, passcode });
      await tx
        .insert(rooms)
        .values({ practiceId, id: roomId, ...owner, platformId, meetingId, ...secrets, ...assigned });
      const of = aboutOwner(owner);
      if (open) await recordEvent(tx, ctx, { name: "room.ended", ...of, roomId: open.id });
      await recordEvent(tx, ctx, { name: "room.assigned", ...of, roomId, platformId });
      return { roomId };
    },
  );
}
