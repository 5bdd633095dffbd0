import { and, eq, isNull } from "drizzle-orm";
import { patientArchivings } from "@/db/schema";
import { type ConsentState, consentState, isHeld } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { Context } from "@/lib/context";
import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import { asksAnew, type VersionFacts } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";

export type HeldState = { patientId: string; state: ConsentState };

/** The consent of each patient in care who was ever asked about this disclosure. */
export async function listHeldStates(
  tx: Tx,
  ctx: Context,
  { id, versions }: Pick<DisclosureWithVersions, "id" | "versions">,
  now: Date,
): Promise<HeldState[]> {
  const archived = await tx
    .select({ patientId: patientArchivings.patientId })
    .from(patientArchivings)
    .where(and(eq(patientArchivings.practiceId, ctx.practiceId), isNull(patientArchivings.restoredAt)));
  const left = new Set(archived.map(({ patientId }) => patientId));
  const facts = (await listRequestFacts(tx, ctx, null, id)).filter(({ patientId }) => !left.has(patientId));
  return [...Map.groupBy(facts, ({ patientId }) => patientId)].map(([patientId, requests]) => {
    return { patientId, state: consentState({ versions, requests }, now) };
  });
}

/**
 * Those who are asked again when the text changes: their answer allows something now, or it only rests because of
 * where they meet.
 */
export function liveHolders(
  held: readonly HeldState[],
  next: Pick<VersionFacts, "change" | "sameIn">,
): HeldState[] {
  return held.filter(
    ({ state }) => isHeld(state) && state.answer !== null && asksAnew(next, state.answer.language),
  );
}

export type Reading = { language: Language; isSame: boolean; people: number };

/** How many hold an answer to the text in each of these languages, and whether the next one says the same there. */
export function readingsOf(
  held: readonly HeldState[],
  published: readonly Language[],
  sameIn: readonly Language[],
): Reading[] {
  const read = held.flatMap(({ state }) => (isHeld(state) ? (state.answer?.language ?? []) : []));
  return languages
    .map((language) => ({
      language,
      isSame: sameIn.includes(language),
      people: read.filter((one) => one === language).length,
    }))
    .filter(({ language, people }) => published.includes(language) || people > 0);
}
