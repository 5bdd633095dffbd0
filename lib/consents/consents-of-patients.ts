import type { Context } from "@/lib/context";
import {
  type DisclosureWithVersions,
  listDisclosures,
  listShownVersions,
  type ShownVersion,
} from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { type ConsentState, consentState } from "./consent-state";
import { listRequestFacts, type PlacedRequest } from "./request-facts";

/** Where one patient stands with one disclosure, with the words to show it in. */
export type PatientConsent = {
  patientId: string;
  disclosure: DisclosureWithVersions;
  state: ConsentState;
  requests: PlacedRequest[];
  /** The text that was answered; null before the first answer. */
  answered: ShownVersion | null;
  /** The text in force; null before anything is published. */
  current: ShownVersion | null;
};

/** Every disclosure of the practice for each of these patients, in the practice's order. */
export async function listPatientConsents(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[],
  language: Language,
  now: Date,
): Promise<PatientConsent[]> {
  const disclosures = await listDisclosures(tx, ctx);
  const facts = await listRequestFacts(tx, ctx, patientIds);
  const answeredIds = facts.flatMap(({ answer }) => answer?.versionId ?? []);
  const currentIds = disclosures.flatMap(({ versions }) => currentVersion(versions, now)?.id ?? []);
  const versionIds = [...new Set([...answeredIds, ...currentIds])];
  const shown = new Map((await listShownVersions(tx, ctx, versionIds, language)).map((one) => [one.id, one]));

  return patientIds.flatMap((patientId) =>
    disclosures.map((disclosure) => {
      const requests = facts.filter(
        (fact) => fact.patientId === patientId && fact.disclosureId === disclosure.id,
      );
      const state = consentState({ versions: disclosure.versions, requests }, now);
      const current = shown.get(currentVersion(disclosure.versions, now)?.id ?? "") ?? null;
      const answered = shown.get(state.answer?.versionId ?? "") ?? null;
      return { patientId, disclosure, state, requests, answered, current };
    }),
  );
}
