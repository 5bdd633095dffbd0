export const outcomes = [
  "questions-answered",
  "wants-time",
  "will-not-be-asked",
  "will-be-decided",
  "stays-as-it-is",
] as const;
export type TalkOutcome = (typeof outcomes)[number];
export type About = "question" | "wish";

/** How a conversation can end: a question can be taken back, a wish to meet another way be decided or left. */
export const outcomesAbout = {
  question: ["questions-answered", "wants-time", "will-not-be-asked"],
  wish: ["will-be-decided", "wants-time", "questions-answered", "stays-as-it-is"],
} as const satisfies Record<About, readonly TalkOutcome[]>;

export type TalkRefusal = "request-cancelled" | "already-answered" | "already-talking";
export type ConcludeRefusal = "already-concluded" | "outcome-of-another-matter";

export function whyNotTalkFirst(facts: {
  cancelledAt: Date | null;
  answered: boolean;
  talkFirstSince: Date | null;
}): TalkRefusal | null {
  if (facts.cancelledAt) return "request-cancelled";
  if (facts.answered) return "already-answered";
  return facts.talkFirstSince ? "already-talking" : null;
}

export function whyNotConclude(
  facts: { concludedAt: Date | null; about: About },
  outcome: TalkOutcome,
): ConcludeRefusal | null {
  if (facts.concludedAt) return "already-concluded";
  const fitting: readonly TalkOutcome[] = outcomesAbout[facts.about];
  return fitting.includes(outcome) ? null : "outcome-of-another-matter";
}
