import type { DisclosureKind } from "@/lib/disclosures/kinds";
import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import { needsWriting } from "@/lib/disclosures/rules";
import { type ConsentState, consentState } from "./consent-state";
import type { PlacedRequest } from "./queries";

export const boardFilters = [
  "all",
  "needs-something",
  "talk-first",
  "not-delivered",
  "in-the-room",
  "on-paper",
  "overdue",
  "due",
  "waiting",
  "not-asked",
  "given",
  "refused",
  "withdrawn",
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
  /** What the law wants in writing reaches them on paper alone. */
  onPaper?: boolean;
};
export type BoardRow = {
  patient: BoardPatient;
  /** One state a disclosure, in the order of the disclosures. */
  states: ConsentState[];
  needs: ReadonlySet<BoardFilter>;
  waitingSince: Date | null;
};

/** Where asking everybody the filter shows makes sense. */
export function isToAsk(filter: BoardFilter): boolean {
  return filter === "not-asked" || filter === "due" || filter === "withdrawn";
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
    const looked = about ? states.filter((_, index) => disclosures[index]?.id === about) : states;
    const waits = looked.flatMap(({ question }) => question?.askedAt.getTime() ?? []);
    const waitingSince = waits.length > 0 ? new Date(Math.min(...waits)) : null;
    const byKind = disclosures.map(({ kind }) => kind);
    const kinds = about ? byKind.filter((_, index) => disclosures[index]?.id === about) : byKind;
    return { patient, states, needs: needsOf(patient, looked, kinds, today), waitingSince };
  });
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

export function isPutOnPaper(patient: { onPaper?: boolean }, kind: DisclosureKind | undefined): boolean {
  return patient.onPaper === true && kind !== undefined && needsWriting(kind);
}

/** What a patient is waiting for, or needs from the practice, as far as these states tell. */
export function needsOf(
  patient: Pick<BoardPatient, "hasEmail" | "undelivered" | "onPaper">,
  states: readonly ConsentState[],
  kinds: readonly DisclosureKind[],
  today: string,
): Set<BoardFilter> {
  const needs = new Set<BoardFilter>(["all"]);
  if (patient.undelivered && states.some(({ question }) => question)) {
    needs.add("not-delivered").add("needs-something");
  }
  for (const [index, { word, question, due }] of states.entries()) {
    const onPaper = isPutOnPaper(patient, kinds[index]);
    if (word === "not-asked" || word === "given" || word === "refused" || word === "withdrawn") {
      needs.add(word);
    }
    if (question?.talkFirstSince) needs.add("talk-first").add("needs-something");
    else if (question && onPaper) needs.add("on-paper").add("needs-something");
    else if (question && !patient.hasEmail) needs.add("in-the-room").add("needs-something");
    else if (question) needs.add("waiting");
    if (!onPaper && isOverdue(question, patient, today)) needs.add("overdue").add("needs-something");
    if (due) needs.add("due");
    if (due && !question) needs.add("needs-something");
  }
  return needs;
}
