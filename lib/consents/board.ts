import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import { needs as needsIt } from "./audience";
import { type ConsentState, type ConsentWord, consentState } from "./consent-state";
import type { PlacedRequest } from "./queries";

export const boardFilters = [
  "all",
  "needs-something",
  "talk-first",
  "not-delivered",
  "in-the-room",
  "overdue",
  "due",
  "waiting",
  "not-asked",
  "given",
  "refused",
  "withdrawn",
  "asked-not-to",
  "lapsed",
  "unable",
] as const;
export type BoardFilter = (typeof boardFilters)[number];
export type BoardCounts = Partial<Record<BoardFilter, number>>;

export type BoardPatient = {
  id: string;
  calledName: string;
  legalName: string;
  phone: string | null;
  hasEmail: boolean;
  undelivered: boolean;
};
export type BoardRow = {
  patient: BoardPatient;
  /** One state a disclosure, in the order of the disclosures. */
  states: ConsentState[];
  /** Whether they need each of them, by whom it is for. */
  needed: boolean[];
  needs: ReadonlySet<BoardFilter>;
  waitingSince: Date | null;
};

/** Where asking everybody the filter shows makes sense. */
export function isToAsk(filter: BoardFilter): boolean {
  return filter === "not-asked" || filter === "due" || filter === "withdrawn" || filter === "lapsed";
}

/**
 * One row a patient, one state a disclosure: the same rule as everywhere, over one fetch.
 * About one disclosure, what is needed and how long it waits are those of that disclosure alone.
 */
export function boardRows(
  patients: readonly BoardPatient[],
  disclosures: readonly DisclosureWithVersions[],
  requests: readonly PlacedRequest[],
  now: Date,
  today: string,
  about: string | null = null,
): BoardRow[] {
  const byPatient = Map.groupBy(requests, (request) => request.patientId);
  return patients.map((patient) => {
    const own = byPatient.get(patient.id) ?? [];
    const states = disclosures.map(({ id, versions }) =>
      consentState({ versions, requests: own.filter(({ disclosureId }) => disclosureId === id) }, now),
    );
    const needed = neededOf(disclosures, states);
    const isLooked = (_: unknown, index: number) => !about || disclosures[index]?.id === about;
    const looked = states.filter(isLooked);
    const waits = looked.flatMap(({ question }) => question?.askedAt.getTime() ?? []);
    const waitingSince = waits.length > 0 ? new Date(Math.min(...waits)) : null;
    const needs = needsOf(patient, looked, needed.filter(isLooked), today);
    return { patient, states, needed, needs, waitingSince };
  });
}

function neededOf(
  disclosures: readonly DisclosureWithVersions[],
  states: readonly ConsentState[],
): boolean[] {
  const held = disclosures.flatMap(({ kind }, index) => {
    const state = states[index];
    return state ? [{ kind, state }] : [];
  });
  return disclosures.map(({ audience }) => needsIt(audience, held));
}

/** How many patients each filter holds. */
export function countNeeds(needs: readonly ReadonlySet<BoardFilter>[]): BoardCounts {
  const counts: BoardCounts = {};
  for (const filter of boardFilters) counts[filter] = needs.filter((one) => one.has(filter)).length;
  return counts;
}

/**
 * An answer is late the day after it was wanted. Who would like to talk first is never late, nor who was never
 * told: without an e-mail the question waits for somebody to put it in the room.
 */
export function isOverdue(
  question: { dueOn: string | null; talkFirstSince: Date | null } | null,
  patient: { hasEmail: boolean },
  today: string,
): boolean {
  if (!question?.dueOn || question.talkFirstSince || !patient.hasEmail) return false;
  return question.dueOn < today;
}

/** Once given, and allowing nothing any more without anybody having said so: it is asked again. */
export function isLapsed(word: ConsentWord): boolean {
  return word === "superseded" || word === "expired" || word === "resting" || word === "invalid";
}

/** What a patient is waiting for, or needs from the practice, as far as these states tell. */
export function needsOf(
  patient: Pick<BoardPatient, "hasEmail" | "undelivered">,
  states: readonly ConsentState[],
  needed: readonly boolean[],
  today: string,
): Set<BoardFilter> {
  const needs = new Set<BoardFilter>(["all"]);
  if (patient.undelivered && states.some(({ question }) => question)) {
    needs.add("not-delivered").add("needs-something");
  }
  for (const [index, { word, question, due, upcoming, declinedAt }] of states.entries()) {
    if (word === "given" || word === "refused" || word === "withdrawn" || word === "unable") needs.add(word);
    if (word === "not-asked" && needed[index] && !upcoming && !declinedAt) needs.add("not-asked");
    if (declinedAt) needs.add("asked-not-to");
    if (isLapsed(word)) {
      needs.add("lapsed");
      if (!question && !upcoming && !declinedAt) needs.add("needs-something");
    }
    if (question?.talkFirstSince) needs.add("talk-first").add("needs-something");
    else if (question && !patient.hasEmail) needs.add("in-the-room").add("needs-something");
    else if (question && !patient.undelivered) needs.add("waiting");
    if (isOverdue(question, patient, today)) needs.add("overdue").add("needs-something");
    if (due) needs.add("due");
    if (due && !question && !declinedAt) needs.add("needs-something");
  }
  return needs;
}
