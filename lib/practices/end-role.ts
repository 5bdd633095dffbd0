import { and, eq, isNull } from "drizzle-orm";
import { staffRoles } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endMemberships } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { StaffRoleInput } from "./input";
import { getStaffMember, listOpenRoles, lockPractice } from "./queries";
import { whyNotEndRole } from "./rules";

/** Ends a role at once. With the last one the person has left: their mailbox opens nothing here any more. */
export async function endRole(ctx: StaffContext, input: StaffRoleInput) {
  mustMay(ctx, "manage-staff");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const { practiceId } = ctx;
      const { staffId, role } = input;
      await getStaffMember(tx, ctx, staffId);
      const open = await listOpenRoles(tx, ctx);
      const refusal = whyNotEndRole(open, input);
      if (refusal) throw new Refused(refusal);

      await tx
        .update(staffRoles)
        .set({ endedAt: now, endedBy: ctx.staffId })
        .where(
          and(
            eq(staffRoles.practiceId, practiceId),
            eq(staffRoles.staffId, staffId),
            eq(staffRoles.role, role),
            isNull(staffRoles.endedAt),
          ),
        );
      const stays = open.some((other) => other.staffId === staffId && other.role !== role);
      if (!stays) await endMemberships(tx, ctx, { kind: "staff", rowId: staffId }, now);

      await recordEvent(tx, ctx, { name: "staff.role-ended", staffId, role });
    },
  );
}
