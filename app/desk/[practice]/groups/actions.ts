"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { refusedAt } from "@/app/desk/_kit/refused-at";
import { endGroup } from "@/lib/groups/end-group";
import { groupIdInput, joinGroupInput, leaveGroupInput, makeGroupInput } from "@/lib/groups/input";
import { joinGroup } from "@/lib/groups/join-group";
import { leaveGroup } from "@/lib/groups/leave-group";
import { makeGroup } from "@/lib/groups/make-group";
import { joinFields, leaveFields, makeFields } from "./fields";

export const makeGroupAction = staffAction(makeGroupInput, (ctx, input) =>
  refusedAt(makeFields, makeGroup(ctx, input)),
);

export const joinGroupAction = staffAction(joinGroupInput, async (ctx, input) => {
  const answer = await refusedAt(joinFields, joinGroup(ctx, input));
  refresh();
  return answer;
});

export const leaveGroupAction = staffAction(leaveGroupInput, async (ctx, input) => {
  const answer = await refusedAt(leaveFields, leaveGroup(ctx, input));
  refresh();
  return answer;
});

export const endGroupAction = staffAction(groupIdInput, async (ctx, input) => {
  await endGroup(ctx, input);
  refresh();
});
