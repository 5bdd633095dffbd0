import { currentVersion, type VersionFacts } from "@/lib/disclosures/rules";
import type { Capacity } from "@/lib/documents/signed-record";
import { isAdult, type MailboxOwner } from "@/lib/patients/rules";

export type YesOrNo = "yes" | "no";

export type AnswerFacts = {
  id: string;
  versionId: string;
  answeredAt: Date;
  items: { itemId: string; key: string; answer: YesOrNo; withdrawnAt: Date | null }[];
};

export type RequestFacts = {
  id: string;
  versionId: string;
  askedAt: Date;
  dueOn: string | null;
  /** Their own wish to answer anew; nobody of the practice asked. */
  startedByPatient: boolean;
  cancelledAt: Date | null;
  openedAt: Date | null;
  talkFirstSince: Date | null;
  answer: AnswerFacts | null;
};

export type ConsentWord =
  | "not-asked"
  | "requested"
  | "talk-first"
  | "given"
  | "refused"
  | "withdrawn"
  | "superseded";

export type OpenQuestion = {
  requestId: string;
  askedAt: Date;
  dueOn: string | null;
  startedByPatient: boolean;
  openedAt: Date | null;
  talkFirstSince: Date | null;
};

/** The living state of one patient for one disclosure. */
export type ConsentState = {
  word: ConsentWord;
  since: Date | null;
  /** A newer material text waits for an answer while this one still counts, or counted. */
  due: boolean;
  countsUntil: Date | null;
  answer: AnswerFacts | null;
  yes: string[];
  no: string[];
  withdrawn: string[];
  question: OpenQuestion | null;
};

/** Everything there is to say about a consent, from its facts alone. */
export function consentState(
  facts: { versions: readonly VersionFacts[]; requests: readonly RequestFacts[] },
  now: Date,
): ConsentState {
  const question = openQuestion(facts.requests);
  const answer = latestAnswer(facts.requests);
  if (!answer) {
    const word = question ? (question.talkFirstSince ? "talk-first" : "requested") : "not-asked";
    const since = question && (question.talkFirstSince ?? question.askedAt);
    return { word, since, due: false, countsUntil: null, answer, yes: [], no: [], withdrawn: [], question };
  }

  const yes = keysOf(answer, (item) => item.answer === "yes" && !item.withdrawnAt);
  const no = keysOf(answer, (item) => item.answer === "no");
  const withdrawn = keysOf(answer, (item) => item.withdrawnAt !== null);
  const newer = newerMaterial(facts.versions, answer.versionId, now);
  const uses = { answer, yes, no, withdrawn, question };

  if (yes.length > 0) {
    const countsUntil = newer?.earlierAnswersUntil ?? null;
    const over = countsUntil !== null && countsUntil <= now;
    const since = over ? countsUntil : answer.answeredAt;
    return { word: over ? "superseded" : "given", since, due: newer !== null, countsUntil, ...uses };
  }
  const word = withdrawn.length > 0 ? "withdrawn" : "refused";
  const since = lastWithdrawal(answer) ?? answer.answeredAt;
  return { word, since, due: false, countsUntil: null, ...uses };
}

/** The request that waits for an answer: neither answered nor cancelled, the newest if there are several. */
function openQuestion(requests: readonly RequestFacts[]): OpenQuestion | null {
  let newest: RequestFacts | null = null;
  for (const request of requests) {
    if (request.answer || request.cancelledAt) continue;
    if (!newest || request.askedAt > newest.askedAt) newest = request;
  }
  if (!newest) return null;
  const { id: requestId, askedAt, dueOn, startedByPatient, openedAt, talkFirstSince } = newest;
  return { requestId, askedAt, dueOn, startedByPatient, openedAt, talkFirstSince };
}

export function latestAnswer(requests: readonly RequestFacts[]): AnswerFacts | null {
  let latest: AnswerFacts | null = null;
  for (const { answer } of requests) {
    if (answer && (!latest || answer.answeredAt > latest.answeredAt)) latest = answer;
  }
  return latest;
}

/** The first material version in force that came after the one answered: it says until when that answer counts. */
function newerMaterial(versions: readonly VersionFacts[], answeredId: string, now: Date) {
  const answered = versions.find((version) => version.id === answeredId);
  const newer = versions
    .filter((version) => version.change === "material" && version.effectiveFrom <= now)
    .filter((version) => answered && version.number > answered.number);
  return newer.toSorted((a, b) => a.number - b.number)[0] ?? null;
}

function keysOf(answer: AnswerFacts, keep: (item: AnswerFacts["items"][number]) => boolean): string[] {
  return answer.items.filter(keep).map((item) => item.key);
}

function lastWithdrawal(answer: AnswerFacts): Date | null {
  const times = answer.items.flatMap((item) => item.withdrawnAt ?? []);
  return times.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

export type AnswerRefusal =
  | "request-cancelled"
  | "already-answered"
  | "newer-version"
  | "text-differs"
  | "text-damaged"
  | "item-unanswered"
  | "item-unknown"
  | "patient-of-age";

/** Facts of the request being answered, read under its patient's lock. */
export type AnswerableFacts = {
  cancelledAt: Date | null;
  answered: boolean;
  capacity: Capacity | null;
  versions: readonly VersionFacts[];
};

export function whyNotAnswerable(facts: Omit<AnswerableFacts, "versions">): AnswerRefusal | null {
  if (facts.cancelledAt) return "request-cancelled";
  if (facts.answered) return "already-answered";
  return facts.capacity ? null : "patient-of-age";
}

/** The text that counts is the one in force now: what was shown must be exactly that. */
export function whyNotAnswer(
  facts: AnswerableFacts,
  shown: { versionId: string; textSha256: string; answers: Readonly<Record<string, YesOrNo>> },
  text: { textSha256: string; foundSha256: string; items: readonly { id: string; required: boolean }[] },
  now: Date,
): AnswerRefusal | null {
  const unanswerable = whyNotAnswerable(facts);
  if (unanswerable) return unanswerable;
  if (currentVersion(facts.versions, now)?.id !== shown.versionId) return "newer-version";
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

export type AnewRefusal = "nothing-to-answer";

/** Who has answered may answer again whenever another answer than the standing one is possible. */
export function whyNotAnswerAnew(state: ConsentState): AnewRefusal | null {
  const { answer, question, yes, no, withdrawn, due } = state;
  if (!answer || question) return "nothing-to-answer";
  return due || yes.length === 0 || no.length > 0 || withdrawn.length > 0 ? null : "nothing-to-answer";
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

export type DueRefusal = "due-in-past";

export function whyNotDue(dueOn: string | null, today: string): DueRefusal | null {
  return dueOn !== null && dueOn < today ? "due-in-past" : null;
}

type PatientSkip = "archived" | "mailbox-outgrown";
export type SkipReason =
  | PatientSkip
  | "already-asked"
  | "already-satisfied"
  | "said-no"
  | "nothing-published";

/** Why asking this patient for this disclosure now would be idle or unkind. */
export function whySkip(
  facts: { archived: boolean; outgrown: boolean; versions: readonly VersionFacts[] },
  state: ConsentState,
  now: Date,
): SkipReason | null {
  if (facts.archived) return "archived";
  if (facts.outgrown) return "mailbox-outgrown";
  if (!currentVersion(facts.versions, now)) return "nothing-published";
  if (state.question) return "already-asked";
  if (state.word === "given" && !state.due) return "already-satisfied";
  return state.word === "refused" && !hasNewerText(facts.versions, state, now) ? "said-no" : null;
}

function hasNewerText(versions: readonly VersionFacts[], state: ConsentState, now: Date): boolean {
  return state.answer !== null && newerMaterial(versions, state.answer.versionId, now) !== null;
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
