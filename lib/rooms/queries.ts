import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { on } from "@/db/on";
import { meetings, type Room, rooms, staffMembers } from "@/db/schema";
import type { Context, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { getGroup, lockGroup } from "@/lib/groups/queries";
import type { Tx } from "@/lib/in-practice";
import { getPatient, lockPatient } from "@/lib/patients/queries";
import { type PasscodePlace, passcodePlace } from "./meeting-services";
import type { Owner } from "./rules";
import { openSecrets } from "./sealed-room";

/** A room as lists show it: that it has a link and a passcode, never which. */
export type ListedRoom = Omit<Room, "sealedLink" | "sealedPasscode"> & {
  passcode: PasscodePlace;
  assignedByName: string;
};

/** The rooms of these owners, open ones and those that ended, newest first. The caller has made sure of the owners. */
export async function listRooms(tx: Tx, ctx: Context, owners: readonly Owner[]): Promise<ListedRoom[]> {
  const patientIds = owners.flatMap((owner) => ("patientId" in owner ? [owner.patientId] : []));
  const groupIds = owners.flatMap((owner) => ("groupId" in owner ? [owner.groupId] : []));
  const rows = await tx
    .select({ room: rooms, assignedByName: staffMembers.name })
    .from(rooms)
    .innerJoin(staffMembers, on(staffMembers, rooms.assignedBy))
    .where(
      and(
        eq(rooms.practiceId, ctx.practiceId),
        or(inArray(rooms.patientId, patientIds), inArray(rooms.groupId, groupIds)),
      ),
    )
    .orderBy(desc(rooms.assignedAt), desc(rooms.id));
  return rows.map(({ room: { sealedLink, sealedPasscode, ...room }, assignedByName }) => ({
    ...room,
    passcode: passcodePlace(openSecrets(ctx, room.id, { sealedLink, sealedPasscode })),
    assignedByName,
  }));
}

export function isOf(owner: Owner): (room: { patientId: string | null; groupId: string | null }) => boolean {
  return "patientId" in owner
    ? ({ patientId }) => patientId === owner.patientId
    : ({ groupId }) => groupId === owner.groupId;
}

/** Refuses whom the caller does not reach: another's patient, a group they do not treat or do not belong to. */
export async function getOwner(tx: Tx, ctx: Context, owner: Owner) {
  if ("groupId" in owner)
    return { ...(await getGroup(tx, ctx, owner.groupId, "see-patients")), isArchived: false };
  const patient = await getPatient(tx, ctx, owner.patientId);
  return { isArchived: patient.archivedAt !== null, endedAt: null };
}

/** As `getOwner`, and locks them: whoever decides over their rooms holds this. */
export async function lockOwner(tx: Tx, ctx: Context, owner: Owner) {
  if ("groupId" in owner) {
    const { endedAt, members } = await lockGroup(tx, ctx, owner.groupId, "manage-rooms");
    return { isArchived: false, endedAt, patientId: members.find(({ leftOn }) => !leftOn)?.patientId };
  }
  const { id, isArchived } = await lockPatient(tx, ctx, owner.patientId, "manage-rooms");
  return { isArchived, endedAt: null, patientId: id };
}

/** A room with its owner locked, and its meeting's one spelling. */
export async function lockRoom(tx: Tx, ctx: Context, roomId: string) {
  const found = () =>
    tx
      .select({ room: rooms, key: meetings.key })
      .from(rooms)
      .innerJoin(meetings, on(meetings, rooms.meetingId))
      .where(and(eq(rooms.practiceId, ctx.practiceId), eq(rooms.id, roomId)));
  const [before] = await found();
  const owner = before && ownerOf(before.room);
  if (!owner) throw new NotFound();
  const { patientId } = await lockOwner(tx, ctx, owner);
  const [locked] = await found();
  if (!locked) throw new NotFound();
  return { ...locked, owner, patientId };
}

export async function findOpenRoom(tx: Tx, ctx: Context, owner: Owner, platformId: string) {
  const open = await tx
    .select({ id: rooms.id, patientId: rooms.patientId, groupId: rooms.groupId })
    .from(rooms)
    .where(
      and(
        eq(rooms.practiceId, ctx.practiceId),
        eq(rooms.platformId, platformId),
        isNull(rooms.endedAt),
        "patientId" in owner ? eq(rooms.patientId, owner.patientId) : eq(rooms.groupId, owner.groupId),
      ),
    );
  return open[0] ?? null;
}

/** The personal meetings somebody has noted as their own, in the order they were noted. */
export async function listPersonalMeetings(tx: Tx, ctx: StaffContext) {
  return tx
    .select({ id: meetings.id, key: meetings.key, notedAt: meetings.notedAt })
    .from(meetings)
    .where(and(eq(meetings.practiceId, ctx.practiceId), eq(meetings.staffId, ctx.staffId)))
    .orderBy(asc(meetings.notedAt), asc(meetings.id));
}

export function ownerOf({ patientId, groupId }: { patientId: string | null; groupId: string | null }) {
  if (patientId) return { patientId };
  return groupId ? { groupId } : null;
}
