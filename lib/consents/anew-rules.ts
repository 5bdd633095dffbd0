import type { ConsentState } from "./rules";

/** Who has answered may answer again whenever another answer than the standing one is possible. */
export function mayAnswerAnew({ answer, question, yes, no, withdrawn, due }: ConsentState): boolean {
  if (!answer || question) return false;
  return due || yes.length === 0 || no.length > 0 || withdrawn.length > 0;
}
