import { daysAfter } from "@/lib/dates";
import { type FreshnessWord, freshnessWords } from "./rules";

export type CheckOutcome = "holds" | "fails";
/** Somebody said of their own account that they looked on that day. */
export type CheckFacts = { staffId: string; outcome: CheckOutcome; checkedOn: string; attestedAt: Date };

export type Freshness = {
  word: FreshnessWord;
  /** The day of the last look, whatever it found; null before the first. */
  checkedOn: string | null;
  /** The last day it counts; null where it does not count. */
  freshUntil: string | null;
  /** Since when it does not count: the day it was found not to hold, or the first day after it ran out. */
  since: string | null;
};

/** Where a claim stands for one account on a day of the practice's calendar: what the last look found, and whether it was lately. */
export function freshnessOf(
  checks: readonly CheckFacts[],
  staffId: string,
  intervalDays: number,
  day: string,
): Freshness {
  const last = lastCheck(checks.filter((check) => check.staffId === staffId));
  if (!last) return { word: "never", checkedOn: null, freshUntil: null, since: null };
  const { checkedOn } = last;
  if (last.outcome === "fails") return { word: "failed", checkedOn, freshUntil: null, since: checkedOn };
  const freshUntil = daysAfter(checkedOn, intervalDays);
  if (freshUntil < day)
    return { word: "lapsed", checkedOn, freshUntil: null, since: daysAfter(freshUntil, 1) };
  const soonFrom = daysAfter(freshUntil, 1 - Math.ceil(intervalDays / 5));
  return { word: soonFrom <= day ? "soon" : "fresh", checkedOn, freshUntil, since: null };
}

/** A claim is as fresh as the account it is least fresh for; with nobody to check it, nobody has. */
export function stalest<S extends Freshness>(all: readonly S[]): S | null {
  return all.reduce<S | null>((worst, one) => (worst && !isStaler(one, worst) ? worst : one), null);
}

/** The latest day looked at counts, and of several looks on one day what was said last. */
function lastCheck(checks: readonly CheckFacts[]): CheckFacts | null {
  return checks.reduce<CheckFacts | null>((last, one) => {
    if (!last || one.checkedOn > last.checkedOn) return one;
    return one.checkedOn === last.checkedOn && one.attestedAt >= last.attestedAt ? one : last;
  }, null);
}

function isStaler(one: Freshness, other: Freshness) {
  const rank = ({ word }: Freshness) => freshnessWords.indexOf(word);
  if (rank(one) !== rank(other)) return rank(one) < rank(other);
  return (one.checkedOn ?? "") < (other.checkedOn ?? "");
}
