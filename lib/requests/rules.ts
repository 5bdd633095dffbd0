import { type FarDayRefusal, whyNotSoFar } from "@/lib/coming-day";
import { type ConsentState, isHeld, type RequestFacts } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { asksAnew, currentVersion, isAcknowledged, type VersionFacts } from "@/lib/disclosures/rules";

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

export type DueRefusal = "due-in-past" | FarDayRefusal;

export function whyNotDue(dueOn: string | null, today: string): DueRefusal | null {
  return dueOn !== null && dueOn < today ? "due-in-past" : whyNotSoFar([dueOn], today);
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

/** Whether what they answered was changed by a text published after it, up to this version. */
function isNewer(versions: readonly VersionFacts[], until: VersionFacts, { answer }: ConsentState): boolean {
  const answered = versions.find(({ id }) => id === answer?.versionId);
  if (!answer || !answered) return false;
  return versions.some(
    (one) => one.number > answered.number && one.number <= until.number && asksAnew(one, answer.language),
  );
}
