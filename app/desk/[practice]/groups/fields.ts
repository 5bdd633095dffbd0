import type { JoinRefusal, LeaveRefusal, MakeGroupRefusal } from "@/lib/groups/rules";

type Fields<Reason extends string> = Readonly<Partial<Record<Reason, string>>> &
  Readonly<Record<string, string>>;

export const makeFields: Fields<MakeGroupRefusal> = {
  "group-needs-two": "patientIds",
  "patient-archived": "patientIds",
  "group-not-yours": "treatingStaffId",
  "treating-not-therapist": "treatingStaffId",
  "group-therapist-needed": "treatingStaffId",
  "joined-in-future": "joinedOn",
};

export const joinFields: Fields<JoinRefusal> = {
  "already-member": "patientId",
  "patient-archived": "patientId",
  "joined-in-future": "joinedOn",
  "joined-before-leaving": "joinedOn",
};

export const leaveFields: Fields<LeaveRefusal> = {
  "left-in-future": "leftOn",
  "left-before-joining": "leftOn",
};
