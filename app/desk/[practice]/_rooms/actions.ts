"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { staffAction } from "@/app/action";
import { assignRoom } from "@/lib/rooms/assign-room";
import { assignRooms } from "@/lib/rooms/assign-rooms";
import { endRooms } from "@/lib/rooms/end-rooms";
import {
  assignRoomInput,
  assignRoomsInput,
  endRoomsInput,
  notePersonalMeetingInput,
  roomIdInput,
} from "@/lib/rooms/input";
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

/** Why a line is not taken is said at that line. */
export const assignRoomsAction = staffAction(assignRoomsInput, async (ctx, input) => {
  const answer = await assignRooms(ctx, input);
  if ("roomIds" in answer) {
    refresh();
    return answer;
  }
  const words = await getTranslations("refusals");
  return { refused: answer.refused.map(({ at, reason }) => ({ at, sentence: words(reason) })) };
});

export const endRoomsAction = staffAction(endRoomsInput, async (ctx, input) => {
  await endRooms(ctx, input);
  refresh();
});

export const endRoomAction = staffAction(roomIdInput, async (ctx, { roomId }) => {
  await endRooms(ctx, { roomIds: [roomId] });
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
