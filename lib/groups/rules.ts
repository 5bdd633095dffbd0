export const groupKinds = ["couple", "family", "therapy-group"] as const;
export type GroupKind = (typeof groupKinds)[number];

export type JoinRefusal =
  | "group-ended"
  | "already-member"
  | "patient-archived"
  | "joined-in-future"
  | "joined-before-leaving";
export type LeaveRefusal = "group-ended" | "not-a-member" | "left-in-future" | "left-before-joining";
export type MakeGroupRefusal =
  | "group-therapist-needed"
  | "group-needs-two"
  | "group-not-yours"
  | "treating-not-therapist"
  | "patient-archived"
  | "joined-in-future";
export type EndGroupRefusal = "group-ended";

type Joining = { isArchived: boolean };
type NewGroup = { kind: GroupKind; treatingStaffId: string; joinedOn: string };
type Surroundings = { therapistIds: readonly string[]; today: string };

/** `onlyForId` is set for who reaches only their own groups: they make only their own. */
export function whyNotMakeGroup(
  { kind, treatingStaffId, joinedOn }: NewGroup,
  members: readonly Joining[],
  { therapistIds, today }: Surroundings,
  onlyForId: string | null,
): MakeGroupRefusal | null {
  const isColleagues = onlyForId !== null && treatingStaffId !== onlyForId;
  if (members.length < (kind === "therapy-group" ? 1 : 2)) return "group-needs-two";
  if (members.some(({ isArchived }) => isArchived)) return "patient-archived";
  return (
    (therapistIds.includes(treatingStaffId) ? null : "treating-not-therapist") ??
    (isColleagues ? "group-not-yours" : null) ??
    (joinedOn > today ? "joined-in-future" : null)
  );
}

export type MembershipFacts = { patientId: string; joinedOn: string; leftOn: string | null };
export type GroupFacts = { endedAt: Date | null; members: readonly MembershipFacts[] };

export function whyNotJoin(
  { endedAt, members }: GroupFacts,
  { id, isArchived }: Joining & { id: string },
  joinedOn: string,
  today: string,
): JoinRefusal | null {
  const before = members.filter(({ patientId }) => patientId === id);
  if (endedAt) return "group-ended";
  if (before.some(({ leftOn }) => leftOn === null)) return "already-member";
  if (isArchived) return "patient-archived";
  if (joinedOn > today) return "joined-in-future";
  return before.some(({ leftOn }) => leftOn !== null && joinedOn < leftOn) ? "joined-before-leaving" : null;
}

export function whyNotLeave(
  { endedAt, members }: GroupFacts,
  patientId: string,
  leftOn: string,
  today: string,
): LeaveRefusal | null {
  const open = members.find((one) => one.patientId === patientId && one.leftOn === null);
  if (endedAt) return "group-ended";
  if (!open) return "not-a-member";
  if (leftOn > today) return "left-in-future";
  return leftOn < open.joinedOn ? "left-before-joining" : null;
}

export function whyNotEndGroup({ endedAt }: { endedAt: Date | null }): EndGroupRefusal | null {
  return endedAt ? "group-ended" : null;
}
