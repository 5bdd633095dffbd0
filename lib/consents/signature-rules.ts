import { whyNotDrawable } from "@/lib/documents/paper/fonts";
import { whyNotMark } from "@/lib/documents/paper/mark";
import { Refused } from "@/lib/errors";
import { cleanName, whyNotName } from "@/lib/typed-name";

/** Refuses a name or mark that could not be printed exactly as it was signed. */
export function mustBeSignable(signed: { printedName: string; mark: unknown }): void {
  const nameRefusal = whyNotName(signed.printedName);
  if (nameRefusal) throw new Refused(nameRefusal);
  const missing = whyNotDrawable(cleanName(signed.printedName));
  if (missing) throw new Refused("name-not-drawable", { character: missing.character });
  const markRefusal = signed.mark === null ? null : whyNotMark(signed.mark);
  if (markRefusal) throw new Refused(markRefusal);
}
