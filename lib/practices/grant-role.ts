import { v7 as uuid } from "uuid";
import { staffRoles } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { openMembership } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { StaffRoleInput } from "./input";
import { getStaffMember, isAddressOfPatient, listOpenRoles, lockPractice } from "./queries";
import { hasLeft, whyNotGrantRole } from "./rules";

/** Gives a role; somebody who had left can sign in again from here on. */
export async function grantRole(ctx: StaffContext, input: StaffRoleInput) {
  mustMay(ctx, "manage-staff");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const { practiceId } = ctx;
      const { staffId, role } = input;
      const member = await getStaffMember(tx, ctx, staffId);
      const open = await listOpenRoles(tx, ctx);
      const refusal = whyNotGrantRole(open, input, await isAddressOfPatient(tx, ctx, member.email));
      if (refusal) throw new Refused(refusal);

      const grant = { practiceId, id: uuid(), staffId, role, grantedAt: now, grantedBy: ctx.staffId };
      await tx.insert(staffRoles).values(grant);
      if (hasLeft(open, staffId))
        await openMembership(tx, ctx, { kind: "staff", rowId: staffId }, member.email, now);

      await recordEvent(tx, ctx, { name: "staff.role-granted", staffId, role });
    },
  );
}
