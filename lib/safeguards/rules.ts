export const safeguardKinds = ["setting", "habit"] as const;
export type SafeguardKind = (typeof safeguardKinds)[number];

export const attestationOutcomes = ["holds", "fails"] as const;

/** From what needs a look most to what needs none. */
export const freshnessWords = ["failed", "never", "lapsed", "soon", "fresh"] as const;
export type FreshnessWord = (typeof freshnessWords)[number];

/** Whether it may be said as it stands. "unknown": nobody makes the claim. */
export function isFresh({ word }: { word: FreshnessWord | "unknown" }): boolean {
  return word === "fresh" || word === "soon";
}

export const leastInterval = 1;
export const mostInterval = 730;
export const longestKey = 60;

/** What texts refer to a claim by, made from its English words. Empty when they hold no letter that a key may have. */
export function claimKey(claim: string): string {
  const plain = claim
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longestKey)
    .replace(/-$/, "");
}

export type ClaimWordsRefusal = "claim-needs-words";

export function whyNotClaimWords(claim: string): ClaimWordsRefusal | null {
  return claimKey(claim) === "" ? "claim-needs-words" : null;
}

type Dropped = { droppedAt: Date | null };

export type ClaimRefusal = "claim-already-made" | "claim-was-dropped";

/** A key belongs to one claim for ever: texts that repeat it must go on meaning the same. */
export function whyNotClaim(sameKey: Dropped | null): ClaimRefusal | null {
  if (!sameKey) return null;
  return sameKey.droppedAt ? "claim-was-dropped" : "claim-already-made";
}

export type DropRefusal = "claim-dropped";

export function whyNotDrop({ droppedAt }: Dropped): DropRefusal | null {
  return droppedAt ? "claim-dropped" : null;
}

export type TakeUpRefusal = "claim-not-dropped";

export function whyNotTakeUp({ droppedAt }: Dropped): TakeUpRefusal | null {
  return droppedAt ? null : "claim-not-dropped";
}

export type AttestRefusal = "not-your-account" | "claim-dropped" | "attested-in-future";

/** Everybody says it of their own account alone, and of a day that has come. */
export function whyNotAttest(
  safeguard: Dropped,
  attestation: { staffId: string; checkedOn: string },
  { oneselfId, today }: { oneselfId: string; today: string },
): AttestRefusal | null {
  if (attestation.staffId !== oneselfId) return "not-your-account";
  if (safeguard.droppedAt) return "claim-dropped";
  return attestation.checkedOn > today ? "attested-in-future" : null;
}
