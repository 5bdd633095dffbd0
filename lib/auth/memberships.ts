import { and, eq, isNull, sql } from "drizzle-orm";
import { memberships, practiceSlugs, users } from "@/db/schema";
import type { Tx } from "@/lib/in-practice";

export type Mailbox = { userId: string; email: string; practiceId: string; slug: string; practices: number };

const isOpen = isNull(memberships.endedAt);

export async function findPracticeId(tx: Tx, slug: string): Promise<string | null> {
  const [found] = await tx
    .select({ practiceId: practiceSlugs.practiceId })
    .from(practiceSlugs)
    .where(eq(practiceSlugs.slug, slug));
  return found?.practiceId ?? null;
}

export function belongsHere(userId: string, practiceId: string) {
  return and(eq(memberships.userId, userId), eq(memberships.practiceId, practiceId), isOpen);
}

export function listMembershipsIn(tx: Tx, userId: string, practiceId: string) {
  return tx
    .select({ id: memberships.id, kind: memberships.kind, rowId: memberships.rowId })
    .from(memberships)
    .where(belongsHere(userId, practiceId))
    .orderBy(memberships.beganAt, memberships.id);
}

export type HeldMembership = Omit<Mailbox, "practices"> & { membershipId: string; ofStaff: boolean };

/** What the person behind an address stands for anywhere, oldest first. */
export function listHeldMemberships(
  tx: Tx,
  who: { email: string } | { userId: string },
): Promise<HeldMembership[]> {
  return tx
    .select({
      userId: users.id,
      email: users.email,
      practiceId: memberships.practiceId,
      slug: practiceSlugs.slug,
      membershipId: memberships.id,
      ofStaff: sql<boolean>`${memberships.kind} = 'staff'`,
    })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), isOpen))
    .innerJoin(practiceSlugs, eq(practiceSlugs.practiceId, memberships.practiceId))
    .where("email" in who ? eq(users.email, who.email) : eq(users.id, who.userId))
    .orderBy(memberships.beganAt, memberships.id);
}
