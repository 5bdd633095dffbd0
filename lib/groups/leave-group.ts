import { and, eq, isNull } from "drizzle-orm";
import { groupMembers } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { LeaveGroupInput } from "./input";
import { lockGroup } from "./queries";
import { whyNotLeave } from "./rules";

/** Notes the last day a patient belonged to a group; from now on its room is closed to them. */
export async function leaveGroup(ctx: StaffContext, { groupId, patientId, leftOn }: LeaveGroupInput) {
  mustMay(ctx, "manage-groups");
  return inPractice(
    ctx,
    (tx) => lockGroup(tx, ctx, groupId, "manage-groups"),
    async (tx, now, group) => {
      const { timeZone } = await getPractice(tx, ctx);
      const refusal = whyNotLeave(group, patientId, leftOn, today(now, timeZone));
      if (refusal) throw new Refused(refusal);

      await tx
        .update(groupMembers)
        .set({ leftOn, leftNotedAt: now, leftNotedBy: ctx.staffId })
        .where(
          and(
            eq(groupMembers.practiceId, ctx.practiceId),
            eq(groupMembers.groupId, groupId),
            eq(groupMembers.patientId, patientId),
            isNull(groupMembers.leftOn),
          ),
        );
      await recordEvent(tx, ctx, { name: "group.left", patient: patientId, groupId });
    },
  );
}
