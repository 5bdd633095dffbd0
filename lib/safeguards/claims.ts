import type { Context, StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import { getPractice, listStaff, type StaffWithRoles } from "@/lib/practices/queries";
import { type Freshness, freshnessOf, stalest } from "./freshness";
import { type ListedSafeguard, listSafeguards } from "./queries";
import { type FreshnessWord, isFresh } from "./rules";

export type Account = { staffId: string; name: string; freshness: Freshness };
export type Claim = ListedSafeguard & {
  /** Everybody who has to look at their own account. */
  accounts: Account[];
  /** The account it is least fresh for, which is how fresh the practice's claim is. */
  stalest: Account | null;
};

/** Every claim with where it stands today for everybody who has to check it; the dropped ones too. */
export async function listClaims(tx: Tx, ctx: Context, now: Date): Promise<Claim[]> {
  const { timeZone } = await getPractice(tx, ctx);
  const day = today(now, timeZone);
  const checkers = whoHasToCheck(await listStaff(tx, ctx));
  return (await listSafeguards(tx, ctx)).map((safeguard) => {
    const accounts = checkers.map(({ id, name }) => {
      return { staffId: id, name, freshness: freshnessFor(safeguard, id, day) };
    });
    const worst = stalest(accounts.map(({ freshness }) => freshness));
    return { ...safeguard, accounts, stalest: accounts.find(({ freshness }) => freshness === worst) ?? null };
  });
}

/** For one therapist's patients it is their own account that counts. */
export function freshnessFor(safeguard: ListedSafeguard, staffId: string, day: string): Freshness {
  return freshnessOf(safeguard.checks, staffId, safeguard.intervalDays, day);
}

/** Everybody who treats patients; where nobody holds that role, the owners. */
function whoHasToCheck(staff: readonly StaffWithRoles[]): StaffWithRoles[] {
  const therapists = staff.filter(({ roles }) => roles.includes("therapist"));
  return therapists.length > 0 ? therapists : staff.filter(({ roles }) => roles.includes("owner"));
}

export type ClaimState = {
  key: string;
  safeguardId: string | null;
  words: ListedSafeguard["claim"] | null;
  /** "unknown": nobody here makes it, or no longer. */
  word: FreshnessWord | "unknown";
  checkedOn: string | null;
  since: string | null;
  /** Who has to look, where it is not fresh. */
  toCheck: string[];
};

export type StaleClaim = ClaimState & { word: Exclude<ClaimState["word"], "fresh" | "soon"> };

export function isStale(state: ClaimState): state is StaleClaim {
  return !isFresh(state);
}

/** Where a claim that a text refers to stands for the practice as a whole. */
export function stateOfClaim(claims: readonly Claim[], key: string): ClaimState {
  const claim = claims.find((one) => one.key === key);
  const words = claim?.claim ?? null;
  const none = { key, safeguardId: claim?.id ?? null, words, checkedOn: null, since: null, toCheck: [] };
  if (!claim || claim.droppedAt) return { ...none, word: "unknown" };
  const { word, checkedOn, since } = claim.stalest?.freshness ?? { ...none, word: "never" as const };
  const stale = claim.accounts.filter(({ freshness }) => !isFresh(freshness));
  return { ...none, word, checkedOn, since, toCheck: stale.map(({ name }) => name) };
}

/** What one person still has to look at, or everybody: claims that run out soon, ran out, failed or were never checked. */
export function checksOwed(claims: readonly Claim[], ctx: StaffContext, ofEverybody: boolean) {
  return claims.flatMap((claim) => {
    if (claim.droppedAt) return [];
    const accounts = claim.accounts.filter(
      ({ staffId, freshness }) => freshness.word !== "fresh" && (ofEverybody || staffId === ctx.staffId),
    );
    return accounts.length > 0 ? [{ claim, accounts }] : [];
  });
}
