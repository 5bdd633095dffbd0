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

export const putBackRefusals = [
  "already-put-back",
  "put-back-too-late",
  "put-back-by-other",
  "answered-since",
] as const;
export type PutBackRefusal = (typeof putBackRefusals)[number];

const minutesToPutBack = 10;

export function putBackUntil(withdrawnAt: Date): Date {
  return new Date(withdrawnAt.getTime() + minutesToPutBack * 60_000);
}

/** Only who took everything back puts it back: to anybody else it would be an answer given for them. */
export function whyNotPutBack(
  act: { withdrawnAt: Date; withdrawnBy: string; putBackAt: Date | null; isAnsweredAnew: boolean },
  userId: string,
  now: Date,
): PutBackRefusal | null {
  if (act.withdrawnBy !== userId) return "put-back-by-other";
  if (act.putBackAt) return "already-put-back";
  if (putBackUntil(act.withdrawnAt) <= now) return "put-back-too-late";
  return act.isAnsweredAnew ? "answered-since" : null;
}

/**
 * The answers of one disclosure that still allow something: the one that acts, or rests and could act again, and the
 * one to a text that comes into force later.
 */
export function withdrawableAnswers(kind: DisclosureKind, state: ConsentState): AnswerFacts[] {
  if (isAcknowledged(kind)) return [];
  const acting = state.word === "given" || state.word === "resting" ? state.answer : null;
  const both = [acting, state.upcoming].flatMap((answer) => answer ?? []);
  return both.filter((answer) => usesToWithdraw(answer, null).length > 0);
}
