import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { NotePersonalMeetingInput } from "./input";
import { readMeeting } from "./meeting-key";
import { reserveMeeting } from "./reserve-meeting";

/** Notes one's own personal meeting, so that no patient is ever given it. */
export async function notePersonalMeeting(ctx: StaffContext, input: NotePersonalMeetingInput) {
  mustMay(ctx, "manage-rooms");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const meeting = readMeeting(input.meeting);
      if (typeof meeting === "string") throw new Refused(meeting);

      const { staffId } = ctx;
      const { id: meetingId } = await reserveMeeting(tx, ctx, meeting.key, { staffId }, now);
      await recordEvent(tx, ctx, { name: "personal-meeting.noted", meetingId, staffId });
      return { meetingId };
    },
  );
}
