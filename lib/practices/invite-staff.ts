import { and, eq } from "drizzle-orm";
import { staffMembers } from "@/db/schema";
import { normalAddress, whyNotAddress } from "@/lib/address";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext, SystemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { InviteStaffInput } from "./input";
import { insertStaffMember } from "./insert-staff-member";
import { isAddressOfPatient, lockPractice } from "./queries";
import { whyNotStaff } from "./rules";

/** Opens the door for one mailbox, with these roles. Who left before is given a role again instead (`grantRole`). */
export async function inviteStaff(ctx: StaffContext | SystemContext, input: InviteStaffInput) {
  if (ctx.kind === "staff") mustMay(ctx, "manage-staff");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const known = await tx
        .select({ id: staffMembers.id })
        .from(staffMembers)
        .where(
          and(
            eq(staffMembers.practiceId, ctx.practiceId),
            eq(staffMembers.email, normalAddress(input.email)),
          ),
        );
      const refusal =
        whyNotAddress(input.email) ??
        whyNotStaff(input, known.length > 0, await isAddressOfPatient(tx, ctx, normalAddress(input.email)));
      if (refusal) throw new Refused(refusal);

      const { staffId, userId } = await insertStaffMember(tx, ctx, input, now);

      await recordEvent(tx, ctx, { name: "staff.invited", staffId, roles: [...new Set(input.roles)] });
      return { staffId, userId };
    },
  );
}
