import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import type { PlacedRequest } from "./queries";
import { type ConsentState, consentState } from "./rules";

export const boardFilters = ["all", "needs-something", "talk-first", "not-delivered", "due"] as const;
export type BoardFilter = (typeof boardFilters)[number];

export type BoardPatient = { id: string; calledName: string; legalName: string; undelivered: boolean };
export type BoardRow = { patient: BoardPatient; states: Map<string, ConsentState>; needs: BoardFilter[] };

/** One row a patient, one state a disclosure: the same rule as everywhere, over one fetch. */
export function boardRows(
  patients: readonly BoardPatient[],
  disclosures: readonly DisclosureWithVersions[],
  requests: readonly PlacedRequest[],
  now: Date,
): BoardRow[] {
  const byPair = Map.groupBy(requests, (request) => `${request.patientId} ${request.disclosureId}`);
  return patients.map((patient) => {
    const states = new Map(
      disclosures.map(({ id, versions }) => {
        const own = byPair.get(`${patient.id} ${id}`) ?? [];
        return [id, consentState({ versions, requests: own }, now)];
      }),
    );
    return { patient, states, needs: needsOf(patient, [...states.values()]) };
  });
}

function needsOf(patient: BoardPatient, states: ConsentState[]): BoardFilter[] {
  const talk = states.some((state) => state.question?.talkFirstSince);
  const due = states.some((state) => state.due);
  const waits = states.some((state) => state.word === "not-asked" || state.question !== null);
  const needs: BoardFilter[] = ["all"];
  if (talk) needs.push("talk-first");
  if (patient.undelivered) needs.push("not-delivered");
  if (due) needs.push("due");
  if (talk || due || waits || patient.undelivered) needs.push("needs-something");
  return needs;
}
