const minute = 60_000;

export const linkLifetime = 10 * minute;
export const sessionLifetime = 12 * 60 * minute;
export const seenAtMostEvery = minute;
/** How long a session lasts without its person, in milliseconds. */
export const idleLimit = { staff: 15 * minute, patient: 30 * minute };

/** How long it stays known who came, from where and with which browser, after it counts for nothing any more. */
export const keptAfter = 30 * 24 * 60 * minute;

export const missesPerToken = 5;
export const missesPerDay = 20;

export type LinkRefusal = "link-unknown" | "link-used" | "link-expired";
export type CodeRefusal = "code-wrong" | "code-closed";
export type LinkLimitRefusal = "too-many-links";

type TokenFacts = { spentAt: Date | null; expiresAt: Date };
type SessionFacts = { lastSeenAt: Date; expiresAt: Date; ofStaff: boolean };

export function whyNotRedeem(token: TokenFacts | undefined, now: Date): LinkRefusal | null {
  if (!token) return "link-unknown";
  if (token.spentAt) return "link-used";
  return token.expiresAt <= now ? "link-expired" : null;
}

export function isOver(session: SessionFacts, now: Date): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime();
  return session.expiresAt <= now || idle >= idleLimit[session.ofStaff ? "staff" : "patient"];
}

export function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
