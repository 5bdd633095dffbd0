import { and, eq, lt, sql } from "drizzle-orm";
import { authSessions, memberships, practiceSlugs, users } from "@/db/schema";
import { inSignIn } from "@/lib/in-practice";
import { closeSession } from "./close-session";
import { keyedHash } from "./hashes";
import { isOver, later, seenAtMostEvery } from "./rules";
import type { Authentication } from "./visitor";

export type SeenSession = {
  userId: string;
  email: string;
  authentication: Authentication;
  createdAt: Date;
  /** Every practice they belong to. */
  belongs: Belonging[];
  /** In milliseconds, until it is over however busy. */
  leftFor: number;
};

export type Belonging = { practiceId: string; slug: string; ofStaff: boolean };

/** The session behind a cookie, if it is neither over nor idle; notes that its person was here. */
export async function seeSession(sessionToken: string): Promise<SeenSession | null> {
  const tokenHash = keyedHash("session", sessionToken);
  const seen = await inSignIn(async (tx, now) => {
    const [session] = await tx
      .select({
        userId: authSessions.userId,
        email: users.email,
        authentication: authSessions.authentication,
        createdAt: authSessions.createdAt,
        expiresAt: authSessions.expiresAt,
        lastSeenAt: authSessions.lastSeenAt,
        belongs: sql<Belonging[]>`(select coalesce(json_agg(distinct jsonb_build_object(
            'practiceId', m.practice_id, 'slug', s.slug, 'ofStaff', m.kind = 'staff')), '[]')
          from ${memberships} m join ${practiceSlugs} s on s.practice_id = m.practice_id
          where m.user_id = ${authSessions.userId} and m.ended_at is null)`,
      })
      .from(authSessions)
      .innerJoin(users, eq(users.id, authSessions.userId))
      .where(eq(authSessions.tokenHash, tokenHash));
    if (!session) return null;
    const leftFor = session.expiresAt.getTime() - now.getTime();
    const ofStaff = session.belongs.some((one) => one.ofStaff);
    if (isOver({ ...session, ofStaff }, now)) return { ...session, leftFor, over: true };
    const stale = later(now, -seenAtMostEvery);
    if (session.lastSeenAt <= stale) {
      await tx
        .update(authSessions)
        .set({ lastSeenAt: now })
        .where(and(eq(authSessions.tokenHash, tokenHash), lt(authSessions.lastSeenAt, now)));
    }
    return { ...session, leftFor, over: false };
  });
  if (!seen) return null;
  if (seen.over) {
    await closeSession(sessionToken, "timed-out");
    return null;
  }
  return seen;
}
