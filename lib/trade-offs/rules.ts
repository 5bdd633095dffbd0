export type TradeOffRefusal = "trade-off-differs";

/** What was shown must be what is known now, so that nobody signs what they did not see. */
export function whyNotShown(
  shown: { textSha256: string },
  text: { textSha256: string },
): TradeOffRefusal | null {
  return shown.textSha256 === text.textSha256 ? null : "trade-off-differs";
}

export type ExplainedRefusal = "explained-in-future" | "explained-before-wish";

/** Days are calendar days of the practice. */
export function whyNotExplained(
  explainedOn: string,
  { wantedOn, today }: { wantedOn: string; today: string },
): ExplainedRefusal | null {
  if (explainedOn > today) return "explained-in-future";
  return explainedOn < wantedOn ? "explained-before-wish" : null;
}
