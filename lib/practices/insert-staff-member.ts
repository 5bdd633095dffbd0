import { v7 as uuid } from "uuid";
import { staffMembers, staffRoles } from "@/db/schema";
import { normalAddress } from "@/lib/address";
import { openMembership } from "@/lib/auth/row-memberships";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { oweInvitation } from "@/lib/messages/owe-message";
import { cleanName } from "@/lib/typed-name";
import type { InviteStaffInput } from "./input";

/** Part of an operation: the person, their roles, the mailbox that stands for them, and word that they may come in. */
export async function insertStaffMember(tx: Tx, ctx: Context, input: InviteStaffInput, now: Date) {
  const { practiceId } = ctx;
  const staffId = uuid();
  const email = normalAddress(input.email);
  await tx
    .insert(staffMembers)
    .values({ practiceId, id: staffId, name: cleanName(input.name), email, joinedAt: now });
  const grantedBy = ctx.kind === "staff" ? ctx.staffId : null;
  const granted = { practiceId, staffId, grantedAt: now, grantedBy };
  await tx
    .insert(staffRoles)
    .values([...new Set(input.roles)].map((role) => ({ ...granted, id: uuid(), role })));
  const userId = await openMembership(tx, ctx, { kind: "staff", rowId: staffId }, email, now);
  await oweInvitation(tx, ctx, { userId, toAddress: email, language: input.language ?? "en" }, now);
  return { staffId, userId };
}
