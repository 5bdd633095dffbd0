import type { Answers } from "@/app/my/_kit/signing";
import type { ShownItem } from "@/lib/disclosures/queries";

/** The uses that still need a Yes or No. */
export function openUses(items: readonly ShownItem[], answers: Answers): ShownItem[] {
  return items.filter(({ id, required }) => required && !answers[id]);
}

export function isComplete(items: readonly ShownItem[], answers: Answers): boolean {
  return openUses(items, answers).length === 0 && items.some(({ id }) => answers[id]);
}
