import { v7 as uuid } from "uuid";
import { groupMembers } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { JoinGroupInput } from "./input";
import { lockGroup } from "./queries";
import { whyNotJoin } from "./rules";

/** Notes from which day a patient belongs to a group. */
export async function joinGroup(ctx: StaffContext, { groupId, patientId, joinedOn }: JoinGroupInput) {
  mustMay(ctx, "manage-groups");
  return inPractice(
    ctx,
    async (tx) => {
      const patient = await lockPatient(tx, ctx, patientId, "manage-groups");
      return { patient, group: await lockGroup(tx, ctx, groupId, "manage-groups") };
    },
    async (tx, now, { patient, group }) => {
      const { timeZone } = await getPractice(tx, ctx);
      const refusal = whyNotJoin(group, patient, joinedOn, today(now, timeZone));
      if (refusal) throw new Refused(refusal);

      const noted = { joinedOn, joinedNotedAt: now, joinedNotedBy: ctx.staffId };
      await tx
        .insert(groupMembers)
        .values({ practiceId: ctx.practiceId, id: uuid(), groupId, patientId, ...noted });
      await recordEvent(tx, ctx, { name: "group.joined", patient: patientId, groupId });
    },
  );
}
