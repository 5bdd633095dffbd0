const minute = 60_000;
export const day = 24 * 60 * minute;

export const linkLifetime = 10 * minute;
export const sessionLifetime = 12 * 60 * minute;
export const seenAtMostEvery = minute;
/** How long a session lasts without its person, in milliseconds. */
export const idleLimit = { staff: 15 * minute, patient: 30 * minute };

/** How long it stays known who came, from where and with which browser, after it counts for nothing any more. */
export const keptAfter = 30 * day;

/** Most wrong codes from one place for one address, and from all places together: no stranger closes it for the rest. */
const mostMisses = {
  asker: { ofOneCode: 5, inADay: 20 },
  address: { ofOneCode: 25, inADay: 100 },
};

export type SignInLinkRefusal = "link-unknown" | "link-used" | "link-expired";
export type CodeRefusal = "code-wrong" | "code-closed";
export type LinkLimitRefusal = "too-many-links";

export type Misses = Record<keyof typeof mostMisses, number>;

/** What was asked for under one key: within the lifetime of a link, within a day, and how long ago the last time. */
export type Asked = { lately: number; today: number; lastAgo: number };

const mostLately = { address: 5, network: 100 };
const freeInADay = 20;
const longestPause = 16 * linkLifetime;

type TokenFacts = { spentAt: Date | null; expiresAt: Date };
type SessionFacts = { lastSeenAt: Date; expiresAt: Date; ofStaff: boolean };

export function whyNotRedeem(token: TokenFacts | undefined, now: Date): SignInLinkRefusal | null {
  if (!token) return "link-unknown";
  if (token.spentAt) return "link-used";
  return token.expiresAt <= now ? "link-expired" : null;
}

/**
 * For an address a refusal always means that a link was asked for within its lifetime: whoever is refused because of
 * strangers has one that works. One place that goes on asking for it waits twice as long after every fifth.
 */
export function whyNotAsk(by: {
  address: Asked;
  asker: Asked;
  network: Asked | null;
}): LinkLimitRefusal | null {
  const { address, asker, network } = by;
  const tooMany =
    address.lately >= mostLately.address ||
    (network?.lately ?? 0) >= mostLately.network ||
    mustWait(address, linkLifetime) ||
    mustWait(asker, Math.min(longestPause, linkLifetime * 2 ** Math.floor((asker.today - freeInADay) / 5)));
  return tooMany ? "too-many-links" : null;
}

const mustWait = ({ today, lastAgo }: Asked, pause: number) => today >= freeInADay && lastAgo < pause;

export function areUsedUp({ asker, address }: Misses, per: "ofOneCode" | "inADay"): boolean {
  return asker >= mostMisses.asker[per] || address >= mostMisses.address[per];
}

export function isOver(session: SessionFacts, now: Date): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime();
  return session.expiresAt <= now || idle >= idleLimit[session.ofStaff ? "staff" : "patient"];
}

export function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
