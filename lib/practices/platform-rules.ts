/** What the owner says about platforms: whether a vendor must have signed, and how soon a wish is answered. */
export type PlatformRules = { requiresVendorAgreement: boolean; platformAnswerDays: number };

/** Days within which a wish to meet another way is to be answered. */
export const answerDays = { least: 1, most: 30 } as const;

const settings = ["requiresVendorAgreement", "platformAnswerDays"] as const;

export function whyNotPlatformRules({ platformAnswerDays: days }: PlatformRules) {
  const isWithin = Number.isInteger(days) && days >= answerDays.least && days <= answerDays.most;
  return isWithin ? null : "number-out-of-range";
}

export function changedPlatformRules(before: PlatformRules, after: PlatformRules) {
  return settings.filter((field) => before[field] !== after[field]);
}
