export type WitnessRefusal = "unknown-witness" | "quorum-beyond-witnesses";

/** Of so many the history may be shown. */
export const mostWitnesses = 8;

export type WitnessChoice = { witnesses: readonly string[]; quorum: number };

/** `known` are those the installation offers, and those chosen before. */
export function whyNotWitnesses(
  { witnesses, quorum }: WitnessChoice,
  known: readonly string[],
): WitnessRefusal | null {
  if (!witnesses.every((witness) => known.includes(witness))) return "unknown-witness";
  return quorum > new Set(witnesses).size ? "quorum-beyond-witnesses" : null;
}

export function isSameChoice(one: WitnessChoice, other: WitnessChoice): boolean {
  const [own, others] = [one, other].map(({ witnesses }) => [...new Set(witnesses)].sort().join(" "));
  return one.quorum === other.quorum && own === others;
}
