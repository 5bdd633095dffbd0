"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { refusedAt } from "@/app/desk/_kit/refused-at";
import { assignRoom } from "@/lib/rooms/assign-room";
import { endRoom } from "@/lib/rooms/end-room";
import { assignRoomInput, notePersonalMeetingInput, roomIdInput } from "@/lib/rooms/input";
import { notePersonalMeeting } from "@/lib/rooms/note-personal-meeting";
import { openRoom } from "@/lib/rooms/open-room";
import { meetingFields } from "./fields";

export const assignRoomAction = staffAction(assignRoomInput, async (ctx, input) => {
  const answer = await refusedAt(meetingFields, assignRoom(ctx, input));
  refresh();
  return answer;
});

export const endRoomAction = staffAction(roomIdInput, async (ctx, input) => {
  await endRoom(ctx, input);
  refresh();
});

export const openRoomAction = staffAction(roomIdInput, openRoom);

export const notePersonalMeetingAction = staffAction(notePersonalMeetingInput, async (ctx, input) => {
  const answer = await refusedAt(meetingFields, notePersonalMeeting(ctx, input));
  refresh();
  return answer;
});
