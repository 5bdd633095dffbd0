import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { memberships, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

export type MembershipOf = { kind: "staff" | "patient"; rowId: string };

/**
 * From now on this mailbox may come in for this row. Written in the row's own transaction; `users.email` never
 * changes.
 */
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

/** Who signs in with this address for this row; null when nobody does any more. */
export async function findUserOfRow(
  tx: Tx,
  ctx: Pick<Context, "practiceId">,
  rowId: string,
  email: string,
): Promise<string | null> {
  const [open] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.practiceId, ctx.practiceId),
        eq(memberships.rowId, rowId),
        isNull(memberships.endedAt),
        eq(users.email, email),
      ),
    );
  return open?.userId ?? null;
}

/** Whether this mailbox still stands for anybody of the practice, under this address. */
export async function isOpenMailbox(
  tx: Tx,
  mailbox: { practiceId: string; userId: string; email: string; rowId: string | null },
): Promise<boolean> {
  const rows = await tx
    .select({ rowId: memberships.rowId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.practiceId, mailbox.practiceId),
        eq(memberships.userId, mailbox.userId),
        isNull(memberships.endedAt),
        eq(users.email, mailbox.email),
      ),
    );
  return rows.some(({ rowId }) => mailbox.rowId === null || rowId === mailbox.rowId);
}

/** Which mailboxes stand for which patients of the practice now; for joining. */
export function openPatientMailboxes(tx: Tx, ctx: Context) {
  return tx
    .select({ id: memberships.id, userId: memberships.userId, rowId: memberships.rowId })
    .from(memberships)
    .where(
      and(
        eq(memberships.practiceId, ctx.practiceId),
        inArray(memberships.kind, ["patient", "representative"]),
        isNull(memberships.endedAt),
      ),
    )
    .as("open_patient_mailboxes");
}
