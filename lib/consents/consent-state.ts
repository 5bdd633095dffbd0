import { asksAnew, type VersionFacts } from "@/lib/disclosures/rules";
import type { Language } from "@/lib/languages";
import type { Span } from "@/lib/platforms/platform-changes";

export type YesOrNo = "yes" | "no";

export type AnswerFacts = {
  id: string;
  versionId: string;
  /** That of the text they were shown. */
  language: Language;
  answeredAt: Date;
  /** When it ends by itself, as its text said. */
  expiresAt: Date | null;
  /** Noted by mistake: nothing rests on it. */
  correctedAt: Date | null;
  /** Since then somebody else treats the patient than the one it was given to. */
  restsSince: Date | null;
  /** When they meet where nothing can be recorded: a permission to record rests then, and is live again after. */
  withoutRecording: readonly Span[];
  items: { itemId: string; key: string; answer: YesOrNo; withdrawnAt: Date | null }[];
};

/** Given to who treated them then, or given for where they met then. */
export type RestReason = "treating" | "platform";

export type NoticeEnding = { outcome: "refused" | "unable"; at: Date };

export type RequestFacts = {
  id: string;
  versionId: string;
  askedAt: Date;
  dueOn: string | null;
  /** Their own wish to answer anew; nobody of the practice asked. */
  startedByPatient: boolean;
  cancelledAt: Date | null;
  /** "Please don't ask me again." */
  declinedAt: Date | null;
  openedAt: Date | null;
  /** The text they had on the screen last. */
  openedVersionId: string | null;
  talkFirstSince: Date | null;
  /** A notice that ended without their acknowledgement. */
  ending: NoticeEnding | null;
  answer: AnswerFacts | null;
};

export const consentWords = [
  "not-asked",
  "requested",
  "talk-first",
  "given",
  "refused",
  "unable",
  "withdrawn",
  "expired",
  "superseded",
  "resting",
  "invalid",
] as const;
export type ConsentWord = (typeof consentWords)[number];

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
  /** Only `given` allows anything. */
  word: ConsentWord;
  /** Why it rests: what was given to somebody else is asked again, and what waits for a platform is not. */
  restsBecause: RestReason | null;
  since: Date | null;
  /** A newer material text waits for an answer while this one still counts, or counted. */
  due: boolean;
  countsUntil: Date | null;
  expiresAt: Date | null;
  answer: AnswerFacts | null;
  /** Their answer to a text that is not in force yet: it acts from that day on. */
  upcoming: AnswerFacts | null;
  yes: string[];
  no: string[];
  withdrawn: string[];
  question: OpenQuestion | null;
  /** They asked not to be asked again, and nobody has since. */
  declinedAt: Date | null;
};

export type ConsentFacts = { versions: readonly VersionFacts[]; requests: readonly RequestFacts[] };

/** Everything there is to say about a consent, from its facts alone. */
export function consentState(facts: ConsentFacts, now: Date): ConsentState {
  const { versions, requests } = facts;
  const { acting, upcoming } = answersAt(facts, now);
  const ending = latestEnding(requests);
  const asked = {
    question: openQuestion(requests),
    declinedAt: declinedSince(requests),
    upcoming,
    countsUntil: null,
    expiresAt: null,
    restsBecause: null,
  };
  if (ending && (!acting || ending.at > acting.answeredAt)) {
    return { word: ending.outcome, since: ending.at, due: false, answer: acting, ...nothingSaid, ...asked };
  }
  if (!acting) return { ...unanswered(asked.question), answer: null, ...nothingSaid, ...asked };
  const { correctedAt } = acting;
  if (correctedAt) {
    return { word: "invalid", since: correctedAt, due: false, answer: acting, ...nothingSaid, ...asked };
  }

  const uses = {
    answer: acting,
    yes: keysOf(acting, (item) => item.answer === "yes" && !item.withdrawnAt),
    no: keysOf(acting, (item) => item.answer === "no"),
    withdrawn: keysOf(acting, (item) => item.withdrawnAt !== null),
  };
  if (uses.yes.length === 0) {
    const word = uses.withdrawn.length > 0 ? "withdrawn" : "refused";
    const since = lastWithdrawal(acting) ?? acting.answeredAt;
    return { word, since, due: false, ...uses, ...asked };
  }
  const newer = newerText(versions, acting);
  const isInForce = newer !== null && newer.effectiveFrom <= now;
  const countsUntil = newer?.earlierAnswersUntil ?? null;
  const end = firstEnd(acting, countsUntil, now) ?? restNow(acting, now);
  return {
    ...uses,
    ...asked,
    due: isInForce && !upcoming,
    word: end?.word ?? "given",
    since: end?.at ?? acting.answeredAt,
    countsUntil,
    expiresAt: acting.expiresAt,
    restsBecause: end?.because ?? null,
  };
}

/** Nobody has to ask again: it allows something now, or will when they meet where recording is possible. */
export function isHeld({ word, restsBecause }: Pick<ConsentState, "word" | "restsBecause">): boolean {
  return word === "given" || restsBecause === "platform";
}

const nothingSaid = { yes: [], no: [], withdrawn: [] };

function unanswered(question: OpenQuestion | null): Pick<ConsentState, "word" | "since" | "due"> {
  const since = question && (question.talkFirstSince ?? question.askedAt);
  const word = question ? (question.talkFirstSince ? "talk-first" : "requested") : "not-asked";
  return { word, since, due: false };
}

/** An answer acts from when it was given or, if its text was not in force yet, from the day that is; the latest counts. */
function answersAt({ versions, requests }: ConsentFacts, now: Date) {
  const effective = new Map(versions.map(({ id, effectiveFrom }) => [id, effectiveFrom]));
  let acting: AnswerFacts | null = null;
  let actingFrom = 0;
  let upcoming: AnswerFacts | null = null;
  for (const { answer } of requests) {
    if (!answer) continue;
    const from = Math.max(answer.answeredAt.getTime(), effective.get(answer.versionId)?.getTime() ?? 0);
    if (from > now.getTime()) {
      if (!upcoming || answer.answeredAt > upcoming.answeredAt) upcoming = answer;
    } else if (
      !acting ||
      from > actingFrom ||
      (from === actingFrom && answer.answeredAt > acting.answeredAt)
    ) {
      acting = answer;
      actingFrom = from;
    }
  }
  return { acting, upcoming: upcoming?.correctedAt ? null : upcoming };
}

type End = { word: "superseded" | "expired" | "resting"; at: Date; because?: RestReason };

function firstEnd(answer: AnswerFacts, countsUntil: Date | null, now: Date): End | null {
  const { expiresAt, restsSince } = answer;
  let first: End | null = null;
  const look = (at: Date | null, end: Omit<End, "at">) => {
    if (at && at <= now && (!first || at < first.at)) first = { ...end, at };
  };
  look(countsUntil, { word: "superseded" });
  look(expiresAt, { word: "expired" });
  look(restsSince, { word: "resting", because: "treating" });
  return first;
}

/** It rests while they meet where nothing can be recorded. It is no end: once they meet elsewhere it counts again. */
function restNow({ answeredAt, withoutRecording }: AnswerFacts, now: Date): End | null {
  const span = withoutRecording.find(({ from, until }) => from <= now && (!until || until > now));
  if (!span) return null;
  return { word: "resting", at: span.from > answeredAt ? span.from : answeredAt, because: "platform" };
}

/** The request that waits for an answer, the newest if there are several. One declined or ended waits no longer. */
function openQuestion(requests: readonly RequestFacts[]): OpenQuestion | null {
  let newest: RequestFacts | null = null;
  for (const request of requests) {
    if (request.answer || request.cancelledAt || request.declinedAt || request.ending) continue;
    if (!newest || request.askedAt > newest.askedAt) newest = request;
  }
  if (!newest) return null;
  const { id: requestId, askedAt, dueOn, startedByPatient, openedAt, talkFirstSince } = newest;
  return { requestId, askedAt, dueOn, startedByPatient, openedAt, talkFirstSince };
}

function declinedSince(requests: readonly RequestFacts[]): Date | null {
  let newest: RequestFacts | null = null;
  for (const request of requests) {
    if (!request.cancelledAt && (!newest || request.askedAt > newest.askedAt)) newest = request;
  }
  return newest && !newest.answer ? newest.declinedAt : null;
}

function latestEnding(requests: readonly RequestFacts[]): NoticeEnding | null {
  let latest: NoticeEnding | null = null;
  for (const { ending } of requests) if (ending && (!latest || ending.at > latest.at)) latest = ending;
  return latest;
}

/** The first version after the one answered that changes what they agreed to: it says until when that answer counts. */
function newerText(versions: readonly VersionFacts[], answer: AnswerFacts): VersionFacts | null {
  const answered = versions.find(({ id }) => id === answer.versionId);
  return versions.reduce<VersionFacts | null>((first, one) => {
    const isNewer = answered && one.number > answered.number && asksAnew(one, answer.language);
    return isNewer && (!first || one.number < first.number) ? one : first;
  }, null);
}

function keysOf(answer: AnswerFacts, keep: (item: AnswerFacts["items"][number]) => boolean): string[] {
  return answer.items.filter(keep).map((item) => item.key);
}

function lastWithdrawal(answer: AnswerFacts): Date | null {
  const times = answer.items.flatMap((item) => item.withdrawnAt ?? []);
  return times.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

/** Once given, and allowing nothing any more without anybody having said so: it is asked again. */
export function isLapsed({ word, restsBecause }: Pick<ConsentState, "word" | "restsBecause">): boolean {
  return word === "superseded" || word === "expired" || restsBecause === "treating" || word === "invalid";
}
