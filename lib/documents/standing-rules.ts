import type { AnswerFacts, ConsentState } from "@/lib/consents/rules";

export const standings = [
  "stands",
  "taken-back",
  "partly-taken-back",
  "newer-text",
  "answered-anew",
  "unknown",
] as const;
export type Standing = (typeof standings)[number];

/** Whether what a sealed document says still counts. The paper of a withdrawal stands until a newer answer. */
export function standingOf(
  document: { answerId: string; isWithdrawal: boolean },
  state: Pick<ConsentState, "word" | "answer">,
): Standing {
  if (state.answer?.id !== document.answerId) return "answered-anew";
  if (document.isWithdrawal) return "stands";
  if (state.word === "withdrawn") return "taken-back";
  if (state.word === "superseded") return "newer-text";
  return hasWithdrawn(state.answer) ? "partly-taken-back" : "stands";
}

function hasWithdrawn(answer: AnswerFacts): boolean {
  return answer.items.some(({ withdrawnAt }) => withdrawnAt !== null);
}
