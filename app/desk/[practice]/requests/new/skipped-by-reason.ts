import type { AskPlan } from "@/lib/requests/ask-patients";

type Skipped = AskPlan["skipped"][number];
export type SkippedFor<P> = { reason: Skipped["reason"]; people: { person: P; disclosureIds: string[] }[] };

/** Who is skipped for one and the same reason, most first; whoever is skipped for two is in both. */
export function skippedByReason<P extends { id: string }>(
  skipped: readonly Skipped[],
  people: readonly P[],
): SkippedFor<P>[] {
  const groups = [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, all]) => {
    const textsOf = Map.groupBy(all, ({ patientId }) => patientId);
    const those = people.flatMap((person) => {
      const texts = textsOf.get(person.id);
      return texts ? [{ person, disclosureIds: texts.map(({ disclosureId }) => disclosureId) }] : [];
    });
    return { reason, people: those };
  });
  return groups.toSorted((a, b) => b.people.length - a.people.length);
}
