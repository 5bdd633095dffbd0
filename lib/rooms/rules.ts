import type { PlatformKind } from "@/lib/platforms/platform-name";

/** Whose a room is. */
export type Owner = { patientId: string } | { groupId: string };
/** Whose a meeting is: a patient's, a group's, or the personal one of somebody who works here. */
export type MeetingFacts = { patientId: string | null; groupId: string | null; staffId: string | null };

export type RoomRefusal =
  | "platform-without-rooms"
  | "group-ended"
  | "patient-archived"
  | "room-already-there";
export type MeetingTakenRefusal =
  | "meeting-of-someone-else"
  | "meeting-is-personal"
  | "personal-meeting-noted";
/** Of many rooms that are given at once none was typed, or one meeting for two. */
export type AssignRoomsRefusal = "nothing-to-assign" | "meeting-twice";
export type UseRoomRefusal = "room-ended";

type OwnerFacts = { isArchived: boolean; endedAt: Date | null };

/** `openRoomId` is what they have on this platform now, `replaces` what whoever assigns saw and wants to end. */
export function whyNotAssignRoom(
  platform: { kind: PlatformKind },
  { isArchived, endedAt }: OwnerFacts,
  openRoomId: string | null,
  replaces: string | null,
): RoomRefusal | null {
  if (platform.kind !== "video") return "platform-without-rooms";
  if (isArchived) return "patient-archived";
  if (endedAt) return "group-ended";
  return openRoomId && openRoomId !== replaces ? "room-already-there" : null;
}

/** They would meet there and have nothing to come in by, unless another way is to be agreed first. */
export function lacksRoom(
  platform: { kind: PlatformKind },
  hasRoom: boolean,
  toAgree: ReadonlyMap<string, unknown>,
): boolean {
  return platform.kind === "video" && !hasRoom && toAgree.size === 0;
}

/** A meeting has one owner for good, so that two patients can never meet. It never says whose it is. */
export function whyNotReserveMeeting(
  meeting: MeetingFacts,
  owner: Owner | { staffId: string },
): MeetingTakenRefusal | null {
  if ("staffId" in owner)
    return meeting.staffId === owner.staffId ? "personal-meeting-noted" : "meeting-of-someone-else";
  const isTheirs =
    "patientId" in owner ? meeting.patientId === owner.patientId : meeting.groupId === owner.groupId;
  if (isTheirs) return null;
  return meeting.staffId ? "meeting-is-personal" : "meeting-of-someone-else";
}

export function whyNotUseRoom({ endedAt }: { endedAt: Date | null }): UseRoomRefusal | null {
  return endedAt ? "room-ended" : null;
}

/** A meeting's number as people read it out; null for what is no number. */
export function spokenNumber(key: string): string | null {
  if (!/^[0-9]+$/.test(key)) return null;
  const cut = key.length === 11 ? /^(...)(....)(....)$/ : /^(...)(...)(....)$/;
  if (cut.test(key)) return key.replace(cut, "$1 $2 $3");
  return key.match(/.{1,3}/g)?.join(" ") ?? key;
}

export function asOwner({ id, kind }: { id: string; kind: "patient" | "group" }): Owner {
  return kind === "patient" ? { patientId: id } : { groupId: id };
}

/** What an event says of the owner. */
export function aboutOwner(owner: Owner): { patient: string } | { groupId: string } {
  return "patientId" in owner ? { patient: owner.patientId } : { groupId: owner.groupId };
}
