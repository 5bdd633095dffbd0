import type { CanonicalObject } from "@/verifier/trail/canonical";

type Kind = "patient" | "staff";

/** Who made an entry: a patient by their user, staff by their row; null when it was neither, or another kind. */
export function actedBy(
  { actor }: CanonicalObject,
  kinds: readonly Kind[] = ["patient", "staff"],
): string | null {
  if (typeof actor !== "object" || actor === null || !("kind" in actor)) return null;
  return kinds.some((kind) => kind === actor.kind) ? String(actor.id) : null;
}

export const bySomebodyElse = "is said to be of somebody else";
