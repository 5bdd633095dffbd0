export const outcomes = ["questions-answered", "wants-time", "will-not-be-asked"] as const;
export type TalkRefusal = "request-cancelled" | "already-answered" | "already-talking";
export type ConcludeRefusal = "already-concluded";

export function whyNotTalkFirst(facts: {
  cancelledAt: Date | null;
  answered: boolean;
  talkFirstSince: Date | null;
}): TalkRefusal | null {
  if (facts.cancelledAt) return "request-cancelled";
  if (facts.answered) return "already-answered";
  return facts.talkFirstSince ? "already-talking" : null;
}

export function whyNotConclude(facts: { concludedAt: Date | null }): ConcludeRefusal | null {
  return facts.concludedAt ? "already-concluded" : null;
}
