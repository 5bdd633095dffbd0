import type { Claim } from "@/lib/safeguards/claims";
import type { FreshnessWord } from "@/lib/safeguards/rules";

const before = new Date("2026-01-02T08:00:00Z");

/** "The door is shut", as one therapist makes it. */
export function claim(word: FreshnessWord, droppedAt: Date | null = null): Claim {
  const freshness = { word, checkedOn: "2026-01-01", freshUntil: null, since: "2026-01-11" };
  const account = { staffId: "s1", name: "Dr. Reyes", freshness };
  const both = { en: "The door is shut", es: "La puerta está cerrada" };
  return {
    id: "c1",
    practiceId: "p1",
    key: "door",
    kind: "setting",
    platformId: null,
    intervalDays: 10,
    claimedAt: before,
    claimedBy: "s1",
    droppedAt,
    droppedBy: null,
    claim: both,
    intent: both,
    checks: [],
    accounts: [account],
    stalest: account,
  };
}
