import type { AnswerFacts, ConsentState } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";

export type WithdrawRefusal = "nothing-to-withdraw" | "already-withdrawn" | "item-unknown";

/** Which uses a withdrawal takes back: those named, or every use still allowed. */
export function usesToWithdraw(answer: AnswerFacts, named: readonly string[] | null): string[] {
  const allowed = answer.items.filter((item) => item.answer === "yes" && !item.withdrawnAt);
  return allowed.map((item) => item.itemId).filter((id) => !named || named.includes(id));
}

export function whyNotWithdraw(answer: AnswerFacts, named: readonly string[] | null): WithdrawRefusal | null {
  if (named?.some((id) => !answer.items.some((item) => item.itemId === id))) return "item-unknown";
  if (usesToWithdraw(answer, named).length > 0) return null;
  return answer.items.some((item) => item.withdrawnAt) ? "already-withdrawn" : "nothing-to-withdraw";
}

/**
 * The answers of one disclosure that still allow something: the one that acts, or rests and could act again, and the
 * one to a text that comes into force later.
 */
export function takeableAnswers(kind: DisclosureKind, state: ConsentState): AnswerFacts[] {
  if (isAcknowledged(kind)) return [];
  const acting = state.word === "given" || state.word === "resting" ? state.answer : null;
  const both = [acting, state.upcoming].flatMap((answer) => answer ?? []);
  return both.filter((answer) => usesToWithdraw(answer, null).length > 0);
}
