import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { rooms } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { TypedMeeting } from "./meeting-key";
import { reserveMeeting } from "./reserve-meeting";
import { aboutOwner, type Owner } from "./rules";
import { sealSecrets } from "./sealed-room";

type Given = {
  owner: Owner;
  platformId: string;
  meeting: TypedMeeting;
  passcode: string | null;
  hasWaitingRoom: boolean;
  /** What ends with it. */
  openId: string | null;
};

/** Writes a room of an owner who is locked; the events to record come back. The caller has asked the rules. */
export async function giveRoom(
  tx: Tx,
  ctx: StaffContext,
  { owner, platformId, meeting, passcode, hasWaitingRoom, openId }: Given,
  now: Date,
): Promise<{ roomId: string; events: AuditEvent[] }> {
  const { practiceId, staffId } = ctx;
  const { id: meetingId } = await reserveMeeting(tx, ctx, meeting.key, owner, now);
  const roomId = uuid();
  if (openId) {
    await tx
      .update(rooms)
      .set({ endedAt: now, endedBy: staffId })
      .where(and(eq(rooms.practiceId, practiceId), eq(rooms.id, openId)));
  }
  await tx.insert(rooms).values({
    practiceId,
    id: roomId,
    ...owner,
    platformId,
    meetingId,
    hasWaitingRoom,
    ...sealSecrets(ctx, roomId, { link: meeting.link, passcode }),
    assignedAt: now,
    assignedBy: staffId,
  });
  const of = aboutOwner(owner);
  const ended: AuditEvent[] = openId ? [{ name: "room.ended", ...of, roomId: openId }] : [];
  return { roomId, events: [...ended, { name: "room.assigned", ...of, roomId, platformId }] };
}
