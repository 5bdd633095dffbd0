import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { memberships, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

export type MembershipOf = { kind: "staff" | "patient"; rowId: string };

/** Lets the mailbox stand for this row. Written in the transaction of the row itself; `users.email` never changes. */
export async function openMembership(tx: Tx, ctx: Context, of: MembershipOf, email: string, now: Date) {
  await tx.insert(users).values({ id: uuid(), email, createdAt: now }).onConflictDoNothing();
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (!user) throw new Error("The user that was just written is not there");
  const row = { id: uuid(), userId: user.id, practiceId: ctx.practiceId, ...of, beganAt: now };
  await tx.insert(memberships).values(row);
  return user.id;
}

export async function endMemberships(tx: Tx, ctx: Context, of: MembershipOf, now: Date) {
  await tx
    .update(memberships)
    .set({ endedAt: now })
    .where(
      and(
        eq(memberships.practiceId, ctx.practiceId),
        eq(memberships.kind, of.kind),
        eq(memberships.rowId, of.rowId),
        isNull(memberships.endedAt),
      ),
    );
}
