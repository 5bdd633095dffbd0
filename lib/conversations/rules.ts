export const outcomes = ["questions-answered", "wants-time", "will-not-be-asked"] as const;
export type ConcludeRefusal = "already-concluded";

export function whyNotConclude(facts: { concludedAt: Date | null }): ConcludeRefusal | null {
  return facts.concludedAt ? "already-concluded" : null;
}
