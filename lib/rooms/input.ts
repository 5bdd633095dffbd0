import { z } from "zod";
import { reasoned } from "@/lib/practices/input";
import { whyNotMeeting } from "./meeting-key";
import type { Owner } from "./rules";

/** A link, a meeting id, or the whole invitation, as somebody copied it. */
const meeting = z
  .string()
  .min(1)
  .pipe(reasoned(20_000, (text) => (text ? whyNotMeeting(text) : null)));

const id = z.uuid().optional();

export const assignRoomInput = z
  .strictObject({
    patientId: id,
    groupId: id,
    platformId: z.uuid(),
    meeting,
    passcode: z
      .string()
      .trim()
      .max(100)
      .transform((text) => text || null),
    waitingRoom: z.enum(["yes", "no"]),
    /** The room that ends with this, as whoever replaces it saw it. */
    replaces: id,
  })
  .transform(({ patientId, groupId, ...room }, context) => {
    const owner = ownerOf(patientId, groupId);
    if (!owner) context.addIssue({ code: "custom", message: "field-missing", path: ["patientId"] });
    return owner ? { ...room, owner } : z.NEVER;
  });
export type AssignRoomInput = z.output<typeof assignRoomInput>;

export const roomIdInput = z.strictObject({ roomId: z.uuid() });
export type RoomIdInput = z.output<typeof roomIdInput>;

export const notePersonalMeetingInput = z.strictObject({ meeting });
export type NotePersonalMeetingInput = z.output<typeof notePersonalMeetingInput>;

function ownerOf(patientId: string | undefined, groupId: string | undefined): Owner | null {
  if (patientId && !groupId) return { patientId };
  return groupId && !patientId ? { groupId } : null;
}
