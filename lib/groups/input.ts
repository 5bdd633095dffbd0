import { z } from "zod";
import { pastDay } from "@/lib/past-day";
import { groupKinds } from "./rules";

export const makeGroupInput = z.strictObject({
  kind: z.enum(groupKinds),
  name: z.string().trim().min(1).max(120),
  treatingStaffId: z.uuid({ error: "group-therapist-needed" }),
  patientIds: z.array(z.uuid()).min(1).max(50),
  joinedOn: pastDay,
});
export type MakeGroupInput = z.output<typeof makeGroupInput>;

const member = { groupId: z.uuid(), patientId: z.uuid() };

export const joinGroupInput = z.strictObject({ ...member, joinedOn: pastDay });
export type JoinGroupInput = z.output<typeof joinGroupInput>;

export const leaveGroupInput = z.strictObject({ ...member, leftOn: pastDay });
export type LeaveGroupInput = z.output<typeof leaveGroupInput>;

export const groupIdInput = z.strictObject({ groupId: z.uuid() });
export type GroupIdInput = z.output<typeof groupIdInput>;
