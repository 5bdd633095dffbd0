import type { AnswerFacts, ConsentState, RequestFacts, YesOrNo } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { questionVersion, type VersionFacts } from "@/lib/disclosures/rules";
import {
  type RecordsRoute,
  type WritingRefusal,
  whyNotInWriting,
} from "@/lib/electronic-records/records-route";
import type { Capacity } from "@/verifier/record";

export type AnswerRefusal =
  | "request-cancelled"
  | "already-answered"
  | "newer-version"
  | "text-differs"
  | "text-damaged"
  | "item-unanswered"
  | "item-unknown"
  | "patient-of-age"
  | WritingRefusal;

/** What is known of the request that is answered, read while its patient is locked. */
export type AnswerableFacts = Pick<
  RequestFacts,
  "cancelledAt" | "answer" | "versionId" | "openedVersionId"
> & { capacity: Capacity | null };

export function whyNotAnswerable(facts: AnswerableFacts): AnswerRefusal | null {
  if (facts.cancelledAt) return "request-cancelled";
  if (facts.answer) return "already-answered";
  return facts.capacity ? null : "patient-of-age";
}

/** What was shown must be exactly the text that the question puts now. */
export function whyNotAnswer(
  /** The route of a text that the law wants in writing; any other is electronic. */
  facts: AnswerableFacts & { versions: readonly VersionFacts[]; route: RecordsRoute },
  shown: { versionId: string; textSha256: string; answers: Readonly<Record<string, YesOrNo>> },
  text: { textSha256: string; foundSha256: string; items: readonly { id: string; required: boolean }[] },
  now: Date,
): AnswerRefusal | null {
  const unanswerable = whyNotAnswerable(facts);
  const refusal = unanswerable ?? whyNotInWriting(facts.route);
  if (refusal) return refusal;
  if (questionVersion(facts.versions, facts, now)?.id !== shown.versionId) return "newer-version";
  if (text.foundSha256 !== text.textSha256) return "text-damaged";
  if (text.textSha256 !== shown.textSha256) return "text-differs";
  const known = new Set(text.items.map((item) => item.id));
  if (Object.keys(shown.answers).some((id) => !known.has(id))) return "item-unknown";
  if (text.items.some((item) => item.required && !shown.answers[item.id])) return "item-unanswered";
  return Object.keys(shown.answers).length === 0 ? "item-unanswered" : null;
}

export type AnewRefusal = "nothing-to-answer";

/** Who has answered may answer again whenever another answer than the standing one is possible. */
export function whyNotAnswerAnew(
  state: ConsentState,
  disclosure: { kind: DisclosureKind; retiredAt: Date | null },
): AnewRefusal | null {
  const { answer, question, word, no, withdrawn, due, restsBecause } = state;
  if (question || disclosure.retiredAt) return "nothing-to-answer";
  // Other texts need this one first, so nobody waits to be asked about it.
  if (disclosure.kind === "electronic-records-consent" && word !== "given") return null;
  if (!answer) return "nothing-to-answer";
  // Another answer would rest like this one; only a newer text is worth answering.
  if (restsBecause === "platform" && !due) return "nothing-to-answer";
  return due || word !== "given" || no.length > 0 || withdrawn.length > 0 ? null : "nothing-to-answer";
}

export type CorrectRefusal = "already-corrected";

export function whyNotCorrect(answer: Pick<AnswerFacts, "correctedAt">): CorrectRefusal | null {
  return answer.correctedAt ? "already-corrected" : null;
}
