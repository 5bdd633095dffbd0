import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import type { PlacedRequest } from "./queries";
import { type ConsentState, consentState } from "./rules";

export const boardFilters = [
  "all",
  "needs-something",
  "talk-first",
  "not-delivered",
  "overdue",
  "due",
  "waiting",
  "not-asked",
  "refused",
  "withdrawn",
] as const;
export type BoardFilter = (typeof boardFilters)[number];

export type BoardPatient = {
  id: string;
  calledName: string;
  legalName: string;
  phone: string | null;
  undelivered: boolean;
};
export type BoardRow = {
  patient: BoardPatient;
  /** One state a disclosure, in the order of the disclosures. */
  states: ConsentState[];
  needs: ReadonlySet<BoardFilter>;
  waitingSince: Date | null;
};

/** One row a patient, one state a disclosure: the same rule as everywhere, over one fetch. */
export function boardRows(
  patients: readonly BoardPatient[],
  disclosures: readonly DisclosureWithVersions[],
  requests: readonly PlacedRequest[],
  now: Date,
  today: string,
): BoardRow[] {
  const byPatient = Map.groupBy(requests, (request) => request.patientId);
  return patients.map((patient) => {
    const own = byPatient.get(patient.id) ?? [];
    const states = disclosures.map(({ id, versions }) =>
      consentState({ versions, requests: own.filter(({ disclosureId }) => disclosureId === id) }, now),
    );
    const waits = states.flatMap(({ question }) => question?.askedAt.getTime() ?? []);
    const waitingSince = waits.length > 0 ? new Date(Math.min(...waits)) : null;
    return { patient, states, needs: needsOf(patient, states, today), waitingSince };
  });
}

/** An answer is late the day after it was wanted; who would like to talk first is never late. */
export function isOverdue(
  question: { dueOn: string | null; talkFirstSince: Date | null } | null,
  today: string,
) {
  return Boolean(question?.dueOn && !question.talkFirstSince && question.dueOn < today);
}

function needsOf(patient: BoardPatient, states: readonly ConsentState[], today: string): Set<BoardFilter> {
  const needs = new Set<BoardFilter>(["all"]);
  if (patient.undelivered) needs.add("not-delivered").add("needs-something");
  for (const { word, question, due } of states) {
    if (word === "not-asked" || word === "refused" || word === "withdrawn") needs.add(word);
    if (question?.talkFirstSince) needs.add("talk-first").add("needs-something");
    else if (question) needs.add("waiting");
    if (isOverdue(question, today)) needs.add("overdue").add("needs-something");
    if (due) needs.add("due");
    if (due && !question) needs.add("needs-something");
  }
  return needs;
}
