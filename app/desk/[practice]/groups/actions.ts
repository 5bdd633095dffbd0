"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { endGroup } from "@/lib/groups/end-group";
import { groupIdInput, joinGroupInput, leaveGroupInput, makeGroupInput } from "@/lib/groups/input";
import { joinGroup } from "@/lib/groups/join-group";
import { leaveGroup } from "@/lib/groups/leave-group";
import { makeGroup } from "@/lib/groups/make-group";

export const makeGroupAction = staffAction(makeGroupInput, (ctx, input) => makeGroup(ctx, input), {
  fields: {
    "group-needs-two": "patientIds",
    "patient-archived": "patientIds",
    "group-not-yours": "treatingStaffId",
    "treating-not-therapist": "treatingStaffId",
    "group-therapist-needed": "treatingStaffId",
    "joined-in-future": "joinedOn",
  },
});

export const joinGroupAction = staffAction(
  joinGroupInput,
  async (ctx, input) => {
    await joinGroup(ctx, input);
    refresh();
  },
  {
    fields: {
      "already-member": "patientId",
      "patient-archived": "patientId",
      "joined-in-future": "joinedOn",
      "joined-before-leaving": "joinedOn",
    },
  },
);

export const leaveGroupAction = staffAction(
  leaveGroupInput,
  async (ctx, input) => {
    await leaveGroup(ctx, input);
    refresh();
  },
  { fields: { "left-in-future": "leftOn", "left-before-joining": "leftOn" } },
);

export const endGroupAction = staffAction(groupIdInput, async (ctx, input) => {
  await endGroup(ctx, input);
  refresh();
});
