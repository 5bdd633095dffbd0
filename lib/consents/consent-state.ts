import type { VersionFacts } from "@/lib/disclosures/rules";

export type YesOrNo = "yes" | "no";

export type AnswerFacts = {
  id: string;
  versionId: string;
  answeredAt: Date;
  /** When it ends by itself, as its text said. */
  expiresAt: Date | null;
  /** Noted by mistake: nothing rests on it. */
  correctedAt: Date | null;
  /** Since then somebody else treats the patient than the one it was given to. */
  restsSince: Date | null;
  items: { itemId: string; key: string; answer: YesOrNo; withdrawnAt: Date | null }[];
};

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
  };
  if (ending && (!acting || ending.at > acting.answeredAt)) {
    return { word: ending.outcome, since: ending.at, due: false, answer: acting, ...nothingSaid, ...asked };
  }
  if (!acting) return { ...unanswered(asked.question), answer: null, ...nothingSaid, ...asked };
  if (acting.correctedAt) {
    return {
      word: "invalid",
      since: acting.correctedAt,
      due: false,
      answer: acting,
      ...nothingSaid,
      ...asked,
    };
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
  const newer = newerMaterial(versions, acting.versionId);
  const isInForce = newer !== null && newer.effectiveFrom <= now;
  const countsUntil = newer?.earlierAnswersUntil ?? null;
  const end = firstEnd(acting, countsUntil, now);
  return {
    ...{ word: end?.word ?? "given", since: end?.at ?? acting.answeredAt },
    ...{ ...uses, ...asked, due: isInForce && !upcoming },
    ...{ countsUntil, expiresAt: acting.expiresAt },
  };
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

type End = { word: "superseded" | "expired" | "resting"; at: Date };

function firstEnd(answer: AnswerFacts, countsUntil: Date | null, now: Date): End | null {
  const { expiresAt, restsSince } = answer;
  let first: End | null = null;
  const look = (word: End["word"], at: Date | null) => {
    if (at && at <= now && (!first || at < first.at)) first = { word, at };
  };
  look("superseded", countsUntil);
  look("expired", expiresAt);
  look("resting", restsSince);
  return first;
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

/** The first material version published after the one answered: it says until when that answer counts. */
function newerMaterial(versions: readonly VersionFacts[], answeredId: string): VersionFacts | null {
  const answered = versions.find((version) => version.id === answeredId);
  let first: VersionFacts | null = null;
  for (const version of versions) {
    if (version.change !== "material" || !answered || version.number <= answered.number) continue;
    if (!first || version.number < first.number) first = version;
  }
  return first;
}

function keysOf(answer: AnswerFacts, keep: (item: AnswerFacts["items"][number]) => boolean): string[] {
  return answer.items.filter(keep).map((item) => item.key);
}

function lastWithdrawal(answer: AnswerFacts): Date | null {
  const times = answer.items.flatMap((item) => item.withdrawnAt ?? []);
  return times.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
}
