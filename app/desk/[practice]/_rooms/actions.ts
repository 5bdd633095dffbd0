"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { assignRoom } from "@/lib/rooms/assign-room";
import { endRoom } from "@/lib/rooms/end-room";
import { assignRoomInput, notePersonalMeetingInput, roomIdInput } from "@/lib/rooms/input";
import { notePersonalMeeting } from "@/lib/rooms/note-personal-meeting";
import { openRoom } from "@/lib/rooms/open-room";
import type { MeetingTakenRefusal } from "@/lib/rooms/rules";

/** What is wrong with a meeting stands beside it. */
const besideMeeting = {
  fields: {
    "meeting-of-someone-else": "meeting",
    "meeting-is-personal": "meeting",
    "personal-meeting-noted": "meeting",
  } satisfies Record<MeetingTakenRefusal, string>,
};

export const assignRoomAction = staffAction(
  assignRoomInput,
  async (ctx, input) => {
    await assignRoom(ctx, input);
    refresh();
  },
  besideMeeting,
);

export const endRoomAction = staffAction(roomIdInput, async (ctx, input) => {
  await endRoom(ctx, input);
  refresh();
});

export const openRoomAction = staffAction(roomIdInput, openRoom);

export const notePersonalMeetingAction = staffAction(
  notePersonalMeetingInput,
  async (ctx, input) => {
    await notePersonalMeeting(ctx, input);
    refresh();
  },
  besideMeeting,
);
