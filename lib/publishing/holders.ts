import { and, eq, isNull } from "drizzle-orm";
import { patientArchivings } from "@/db/schema";
import { type ConsentState, consentState, isHeld } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { Context } from "@/lib/context";
import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import type { Tx } from "@/lib/in-practice";

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

/** Those who are asked again when the text changes: their answer allows something now, or would where they met before. */
export function liveHolders(held: readonly HeldState[]): HeldState[] {
  return held.filter(({ state }) => isHeld(state));
}
