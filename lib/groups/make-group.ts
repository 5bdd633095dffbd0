import { v7 as uuid } from "uuid";
import { groupMembers, groups } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatients } from "@/lib/patients/queries";
import { getPractice, listTherapistIds } from "@/lib/practices/queries";
import { mustMay, reach } from "@/lib/roles";
import type { MakeGroupInput } from "./input";
import { whyNotMakeGroup } from "./rules";

/** Makes a couple, a family or a therapy group of patients the caller reaches, with the day they joined. */
export async function makeGroup(ctx: StaffContext, input: MakeGroupInput) {
  mustMay(ctx, "manage-groups");
  return inPractice(
    ctx,
    (tx) => lockPatients(tx, ctx, input.patientIds, "manage-groups"),
    async (tx, now, members) => {
      const { timeZone } = await getPractice(tx, ctx);
      const surroundings = { therapistIds: await listTherapistIds(tx, ctx), today: today(now, timeZone) };
      const onlyForId = reach(ctx.roles, "manage-groups") === "own" ? ctx.staffId : null;
      const refusal = whyNotMakeGroup(input, members, surroundings, onlyForId);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const { kind, name, treatingStaffId, joinedOn } = input;
      const groupId = uuid();
      const made = { madeAt: now, madeBy: staffId };
      await tx.insert(groups).values({ practiceId, id: groupId, kind, name, treatingStaffId, ...made });
      const noted = { joinedOn, joinedNotedAt: now, joinedNotedBy: staffId };
      await tx
        .insert(groupMembers)
        .values(members.map(({ id }) => ({ practiceId, id: uuid(), groupId, patientId: id, ...noted })));
      await recordEvents(tx, ctx, [
        { name: "group.made", groupId, kind },
        ...members.map(({ id }) => ({ name: "group.joined" as const, patient: id, groupId })),
      ]);
      return { groupId };
    },
  );
}
