import { and, eq, inArray } from "drizzle-orm";
import { meetings } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { getPlatform } from "@/lib/platforms/queries";
import { mustMay } from "@/lib/roles";
import { giveRoom } from "./give-room";
import type { AssignRoomsInput } from "./input";
import { readMeeting } from "./meeting-key";
import { findOpenRoom, lockOwner } from "./queries";
import {
  type AssignRoomsRefusal,
  type MeetingTakenRefusal,
  type Owner,
  whyNotAssignRoom,
  whyNotReserveMeeting,
} from "./rules";

/** Which line of the table it was, and why it is not taken. */
export type RefusedLine = { at: number; reason: string };

/** Gives many patients and groups a room each on one platform: all of them, or none and why not of each. */
export async function assignRooms(
  ctx: StaffContext,
  { platformId, waitingRoom, rooms: lines }: AssignRoomsInput,
): Promise<{ roomIds: string[] } | { refused: RefusedLine[] }> {
  mustMay(ctx, "manage-rooms");
  if (lines.length === 0) throw new Refused<AssignRoomsRefusal>("nothing-to-assign");
  return inPractice(
    ctx,
    async (tx) => {
      const locked = new Map<string, Awaited<ReturnType<typeof lockOwner>>>();
      for (const { owner } of lines.toSorted((a, b) => idOf(a.owner).localeCompare(idOf(b.owner), "en")))
        locked.set(idOf(owner), await lockOwner(tx, ctx, owner));
      return locked;
    },
    async (tx, now, locked) => {
      const platform = await getPlatform(tx, ctx, platformId);
      const takenBy = await ownersOfMeetings(tx, ctx, lines);
      const refused: RefusedLine[] = [];
      const given = new Set<string>();
      for (const { at, owner, meeting } of lines) {
        const facts = locked.get(idOf(owner)) ?? { isArchived: false, endedAt: null };
        const open = await findOpenRoom(tx, ctx, owner, platformId);
        const read = readMeeting(meeting);
        const openId = given.has(idOf(owner)) ? "given" : (open?.id ?? null);
        given.add(idOf(owner));
        const reason =
          whyNotAssignRoom(platform, facts, openId, null) ??
          (typeof read === "string" ? read : takenBy(read.key, owner));
        if (reason) refused.push({ at, reason });
      }
      if (refused.length > 0) return { refused };

      const roomIds: string[] = [];
      for (const { owner, meeting, passcode } of lines) {
        const read = readMeeting(meeting);
        if (typeof read === "string") throw new Refused(read);
        const hasWaitingRoom = waitingRoom === "yes";
        const room = { owner, platformId, meeting: read, passcode, hasWaitingRoom, openId: null };
        const { roomId, events } = await giveRoom(tx, ctx, room, now);
        await recordEvents(tx, ctx, events);
        roomIds.push(roomId);
      }
      return { roomIds };
    },
  );
}

/** Why a meeting is not this owner's to have: known here as somebody else's, or on a line further up. */
async function ownersOfMeetings(tx: Tx, ctx: StaffContext, lines: AssignRoomsInput["rooms"]) {
  const keys = lines.flatMap(({ meeting }) => {
    const read = readMeeting(meeting);
    return typeof read === "string" ? [] : [read.key];
  });
  const known = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.practiceId, ctx.practiceId), inArray(meetings.key, keys)));
  const owners = new Map(known.map(({ key, ...owner }) => [key, owner]));
  const further = new Map<string, Owner>();
  return (key: string, owner: Owner): AssignRoomsRefusal | MeetingTakenRefusal | null => {
    const above = further.get(key);
    further.set(key, owner);
    if (above) return "meeting-twice";
    const theirs = owners.get(key);
    return theirs ? whyNotReserveMeeting(theirs, owner) : null;
  };
}

function idOf(owner: Owner): string {
  return "patientId" in owner ? owner.patientId : owner.groupId;
}
