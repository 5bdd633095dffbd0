import { Refused } from "@/lib/errors";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { whyNotMark } from "@/lib/paper/mark";
import { foldText } from "@/lib/patients/fold-text";
import { cleanName, whyNotName } from "@/lib/typed-name";
import type { Capacity } from "@/verifier/record";

/** Refuses a name or mark that could not be printed exactly as it was signed. */
export function mustBeSignable(signed: { printedName: string; mark: unknown }): void {
  const nameRefusal = whyNotName(signed.printedName);
  if (nameRefusal) throw new Refused(nameRefusal);
  const missing = whyNotDrawable(cleanName(signed.printedName));
  if (missing) throw new Refused("name-not-drawable", { character: missing.character });
  const markRefusal = signed.mark === null ? null : whyNotMark(signed.mark);
  if (markRefusal) throw new Refused(markRefusal);
}

type Signed = { printedName: string; confirmedName?: string };
type Known = { legalName: string; calledName: string };

/** Refuses once a name the practice knows nothing of; who signs for somebody else is not in our books. */
export function mustBeKnownName(
  known: Known,
  capacity: Capacity,
  { printedName, confirmedName }: Signed,
): void {
  const { legalName, calledName } = known;
  if (capacity !== "self" || printedName === confirmedName) return;
  if (!isUnknownName(printedName, [legalName, calledName])) return;
  throw new Refused("name-unknown", { known: legalName, typed: cleanName(printedName) });
}

/** Whether a name shares no word with those the practice knows somebody by, accents and case aside. */
export function isUnknownName(printedName: string, known: readonly string[]): boolean {
  const words = new Set(known.flatMap(wordsOf));
  return !wordsOf(printedName).some((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
