import type { YesOrNo } from "@/lib/consents/consent-state";
import type { AnswerRequestInput } from "./input";

/** Sent twice by one press, an answer is one answer. */
export function isSameAnswer(
  answer: { versionId: string; items: { itemId: string; answer: YesOrNo }[] },
  input: Pick<AnswerRequestInput, "versionId" | "answers">,
): boolean {
  if (answer.versionId !== input.versionId) return false;
  if (answer.items.length !== Object.keys(input.answers).length) return false;
  return answer.items.every((item) => input.answers[item.itemId] === item.answer);
}
