import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { getPlatform } from "@/lib/platforms/queries";
import { mustMay } from "@/lib/roles";
import { giveRoom } from "./give-room";
import type { AssignRoomInput } from "./input";
import { readMeeting } from "./meeting-key";
import { findOpenRoom, lockOwner } from "./queries";
import { whyNotAssignRoom } from "./rules";

/** Gives a patient or a group its own meeting on a platform, and ends the one it replaces in the same act. */
export async function assignRoom(ctx: StaffContext, input: AssignRoomInput) {
  mustMay(ctx, "manage-rooms");
  return inPractice(
    ctx,
    (tx) => lockOwner(tx, ctx, input.owner),
    async (tx, now, facts) => {
      const { owner, platformId, passcode, waitingRoom, replaces = null } = input;
      const platform = await getPlatform(tx, ctx, platformId);
      const openId = (await findOpenRoom(tx, ctx, owner, platformId))?.id ?? null;
      const meeting = readMeeting(input.meeting);
      const refusal = whyNotAssignRoom(platform, facts, openId, replaces);
      if (refusal) throw new Refused(refusal);
      if (typeof meeting === "string") throw new Refused(meeting);

      const given = { owner, platformId, meeting, passcode, hasWaitingRoom: waitingRoom === "yes", openId };
      const { roomId, events } = await giveRoom(tx, ctx, given, now);
      await recordEvents(tx, ctx, events);
      return { roomId };
    },
  );
}
