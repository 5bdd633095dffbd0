import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { currentVersion, isAcknowledged, questionVersion, type VersionFacts } from "@/lib/disclosures/rules";
import type { Capacity } from "@/lib/documents/signed-record";
import { isAdult, type MailboxOwner } from "@/lib/patients/rules";
import {
  type AnswerFacts,
  type ConsentState,
  isHeld,
  type RequestFacts,
  type YesOrNo,
} from "./consent-state";
import { type RecordsRoute, type WritingRefusal, whyNotInWriting } from "./records-route";

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

/** Facts of the request being answered, read under its patient's lock. */
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

export type CancelRefusal = "already-cancelled" | "already-answered" | "asked-by-practice";

/** Patients take back their own wish to answer anew; what the practice asked only the practice takes back. */
export function whyNotCancel(
  facts: { cancelledAt: Date | null; answered: boolean; startedByPatient: boolean },
  by: "staff" | "patient",
): CancelRefusal | null {
  if (facts.answered) return "already-answered";
  if (facts.cancelledAt) return "already-cancelled";
  return by === "patient" && !facts.startedByPatient ? "asked-by-practice" : null;
}

export type StopRefusal = "already-stopped" | "already-gone";

/** An asking is stopped as long as there is a question of it about which nothing has left. */
export function whyNotStopAsking(facts: {
  stopped: number;
  all: readonly { cancelledAt: Date | null }[];
}): StopRefusal | null {
  if (facts.stopped > 0) return null;
  return facts.all.every(({ cancelledAt }) => cancelledAt) ? "already-stopped" : "already-gone";
}

export type DeclineRefusal = "request-cancelled" | "already-answered" | "asked-by-yourself";

/** One can ask not to be asked again by others; one's own wish is simply let be. */
export function whyNotDecline(
  facts: Pick<RequestFacts, "cancelledAt" | "answer" | "startedByPatient">,
): DeclineRefusal | null {
  if (facts.answer) return "already-answered";
  if (facts.cancelledAt) return "request-cancelled";
  return facts.startedByPatient ? "asked-by-yourself" : null;
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
  // Whatever they said would rest as well; a newer text is answered all the same.
  if (restsBecause === "platform" && !due) return "nothing-to-answer";
  return due || word !== "given" || no.length > 0 || withdrawn.length > 0 ? null : "nothing-to-answer";
}

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

export type CorrectRefusal = "already-corrected";

export function whyNotCorrect(answer: Pick<AnswerFacts, "correctedAt">): CorrectRefusal | null {
  return answer.correctedAt ? "already-corrected" : null;
}

export type NoticeRefusal = "not-a-notice" | "request-cancelled" | "already-answered" | "notice-ended";

/** Only a notice that waits for its acknowledgement ends without one. */
export function whyNotEndNotice(
  kind: DisclosureKind,
  facts: Pick<RequestFacts, "cancelledAt" | "answer" | "ending">,
): NoticeRefusal | null {
  if (!isAcknowledged(kind)) return "not-a-notice";
  if (facts.cancelledAt) return "request-cancelled";
  if (facts.answer) return "already-answered";
  return facts.ending ? "notice-ended" : null;
}

export type DueRefusal = "due-in-past";

export function whyNotDue(dueOn: string | null, today: string): DueRefusal | null {
  return dueOn !== null && dueOn < today ? "due-in-past" : null;
}

export const leavings = ["at-once", "after-window", "in-the-morning"] as const;
/** When the mail of an asking leaves: at once, when it can no longer be stopped, or when the quiet hours are over. */
export type Leaving = (typeof leavings)[number];

export const skipReasons = [
  "archived",
  "mailbox-outgrown",
  "retired",
  "nothing-published",
  "already-asked",
  "already-satisfied",
  "not-met",
  "asked-not-to",
  "said-no",
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Whom one may ask once more with a note that says why. */
export function takesNote(reason: SkipReason | null): boolean {
  return reason === "said-no" || reason === "asked-not-to";
}

/** Whom one would ask about what, and whether with a note that says why once more. */
export type AskingFacts = {
  archived: boolean;
  outgrown: boolean;
  retired: boolean;
  /** The text waits for the first meeting, and there was none. */
  beforeMeeting: boolean;
  hasNote: boolean;
  versions: readonly VersionFacts[];
};

/** Why asking this patient for this disclosure now would be idle or unkind. */
export function whySkip(facts: AskingFacts, state: ConsentState, now: Date): SkipReason | null {
  if (facts.archived) return "archived";
  if (facts.outgrown) return "mailbox-outgrown";
  if (facts.retired) return "retired";
  const version = versionToAsk(facts.versions, state, now);
  if (!version) return "nothing-published";
  if (state.question) return "already-asked";
  if (state.upcoming) return "already-satisfied";
  if (isHeld(state) && !isNewer(facts.versions, version, state)) return "already-satisfied";
  if (facts.beforeMeeting) return "not-met";
  if (facts.hasNote) return null;
  if (state.declinedAt) return "asked-not-to";
  return state.word === "refused" && !isNewer(facts.versions, version, state) ? "said-no" : null;
}

/** The text in force or, for who holds a live answer to just that, the one that will follow it. */
export function versionToAsk(
  versions: readonly VersionFacts[],
  state: ConsentState,
  now: Date,
): VersionFacts | null {
  const current = currentVersion(versions, now);
  if (!current || !isHeld(state) || isNewer(versions, current, state)) return current;
  return versions.reduce((latest, one) => (one.number > latest.number ? one : latest), current);
}

/** Whether something material was published after the text that was answered, up to this version. */
function isNewer(versions: readonly VersionFacts[], until: VersionFacts, { answer }: ConsentState): boolean {
  const answered = versions.find(({ id }) => id === answer?.versionId);
  if (!answered) return false;
  return versions.some(
    ({ number, change }) => change === "material" && number > answered.number && number <= until.number,
  );
}

/** As whom the reader of the patient's mailbox answers; null once the patient is of age and it is somebody else's. */
export function signingCapacity(
  patient: { mailboxOf: MailboxOwner | null; dateOfBirth: string },
  today: string,
): Capacity | null {
  const { mailboxOf, dateOfBirth } = patient;
  if (mailboxOf === null || mailboxOf === "patient") return "self";
  return isAdult(dateOfBirth, today) ? null : mailboxOf;
}
