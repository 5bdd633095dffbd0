import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { memberships, practiceSlugs, users } from "@/db/schema";
import type { Tx } from "@/lib/in-practice";

export type Mailbox = { userId: string; email: string; practiceId: string; slug: string; worlds: number };

const isOpen = isNull(memberships.endedAt);

export async function findPracticeId(tx: Tx, slug: string): Promise<string | null> {
  const [found] = await tx
    .select({ practiceId: practiceSlugs.practiceId })
    .from(practiceSlugs)
    .where(eq(practiceSlugs.slug, slug));
  return found?.practiceId ?? null;
}

export function listMembershipsIn(tx: Tx, userId: string, practiceId: string) {
  return tx
    .select({ id: memberships.id, kind: memberships.kind, rowId: memberships.rowId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.practiceId, practiceId), isOpen))
    .orderBy(memberships.beganAt, memberships.id);
}

export function listWorlds(tx: Tx, userId: string) {
  return tx
    .selectDistinct({
      practiceId: memberships.practiceId,
      slug: practiceSlugs.slug,
      ofStaff: sql<boolean>`${memberships.kind} = 'staff'`,
    })
    .from(memberships)
    .innerJoin(practiceSlugs, eq(practiceSlugs.practiceId, memberships.practiceId))
    .where(and(eq(memberships.userId, userId), isOpen))
    .orderBy(practiceSlugs.slug);
}

/** The person behind an address, in the practice asked for if they belong there, else where they belong latest. */
export async function findMailbox(
  tx: Tx,
  who: { email: string } | { userId: string },
  preferred: { slug: string | null } | { practiceId: string },
): Promise<Mailbox | null> {
  const rows = await tx
    .select({
      userId: users.id,
      email: users.email,
      practiceId: memberships.practiceId,
      slug: practiceSlugs.slug,
    })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), isOpen))
    .innerJoin(practiceSlugs, eq(practiceSlugs.practiceId, memberships.practiceId))
    .where("email" in who ? eq(users.email, who.email) : eq(users.id, who.userId))
    .orderBy(desc(memberships.beganAt), desc(memberships.id));
  const wanted = rows.find((row) =>
    "slug" in preferred ? row.slug === preferred.slug : row.practiceId === preferred.practiceId,
  );
  const mailbox = wanted ?? rows[0];
  return mailbox ? { ...mailbox, worlds: new Set(rows.map((row) => row.practiceId)).size } : null;
}
