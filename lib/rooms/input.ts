import { z } from "zod";
import { reasoned } from "@/lib/practices/input";
import { whyNotMeeting } from "./meeting-key";
import type { Owner } from "./rules";

/** A link, a meeting id, or the whole invitation, as somebody copied it. */
const meeting = z
  .string()
  .min(1)
  .pipe(reasoned(20_000, (text) => (text ? whyNotMeeting(text) : null)));

const meetingOrNot = reasoned(20_000, (text) => (text.trim() ? whyNotMeeting(text) : null));

const id = z.uuid().optional();
const passcode = z
  .string()
  .trim()
  .max(100)
  .transform((text) => text || null);
const waitingRoom = z.enum(["yes", "no"]);

export const assignRoomInput = z
  .strictObject({
    patientId: id,
    groupId: id,
    platformId: z.uuid(),
    meeting,
    passcode,
    waitingRoom,
    /** The room that ends with this, as whoever replaces it saw it. */
    replaces: id,
  })
  .transform(({ patientId, groupId, ...room }, context) => {
    const owner = ownerOf(patientId, groupId);
    if (!owner) context.addIssue({ code: "custom", message: "field-missing", path: ["patientId"] });
    return owner ? { ...room, owner } : z.NEVER;
  });
export type AssignRoomInput = z.output<typeof assignRoomInput>;

/** A line for each who lacks a room; what is left empty is left for later. */
export const assignRoomsInput = z.strictObject({
  platformId: z.uuid(),
  waitingRoom,
  rooms: z
    .array(z.strictObject({ patientId: id, groupId: id, meeting: meetingOrNot, passcode }))
    .max(1_000)
    .transform((lines, context) =>
      lines.flatMap(({ patientId, groupId, meeting: typed, ...line }, at) => {
        if (!typed.trim()) return [];
        const owner = ownerOf(patientId, groupId);
        if (!owner) context.addIssue({ code: "custom", message: "field-missing", path: [at, "meeting"] });
        return owner ? [{ ...line, at, meeting: typed, owner }] : [];
      }),
    ),
});
export type AssignRoomsInput = z.output<typeof assignRoomsInput>;

export const endRoomsInput = z.strictObject({ roomIds: z.array(z.uuid()).min(1).max(1_000) });
export type EndRoomsInput = z.output<typeof endRoomsInput>;

export const roomIdInput = z.strictObject({ roomId: z.uuid() });
export type RoomIdInput = z.output<typeof roomIdInput>;

export const notePersonalMeetingInput = z.strictObject({ meeting });
export type NotePersonalMeetingInput = z.output<typeof notePersonalMeetingInput>;

function ownerOf(patientId: string | undefined, groupId: string | undefined): Owner | null {
  if (patientId && !groupId) return { patientId };
  return groupId && !patientId ? { groupId } : null;
}
