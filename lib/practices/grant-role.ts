import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { staffMembers, staffRoles } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { openMembership } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import type { StaffRoleInput } from "./input";
import { getStaffMember, isAddressOfPatient, listOpenRoles, lockPractice } from "./queries";
import { mustMay } from "./roles";
import { whyNotGrantRole } from "./rules";

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
      const refusal = whyNotGrantRole(await listOpenRoles(tx, ctx), input);
      if (refusal) throw new Refused(refusal);
      if (member.leftAt && (await isAddressOfPatient(tx, ctx, member.email)))
        throw new Refused("address-of-patient");

      const grant = { practiceId, id: uuid(), staffId, role, grantedAt: now, grantedBy: ctx.staffId };
      await tx.insert(staffRoles).values(grant);
      if (member.leftAt) {
        await tx
          .update(staffMembers)
          .set({ leftAt: null })
          .where(and(eq(staffMembers.practiceId, practiceId), eq(staffMembers.id, staffId)));
        await openMembership(tx, ctx, { kind: "staff", rowId: staffId }, member.email, now);
      }

      await recordEvent(tx, ctx, { name: "staff.role-granted", staffId, role });
    },
  );
}
