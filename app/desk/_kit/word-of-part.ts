import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";
import type { BoardPart } from "@/lib/screens/desk/board-parts";

/** A notice is received or declined, and never agreed to. */
export function wordOfPart(part: BoardPart, kind: DisclosureKind) {
  if (isAcknowledged(kind) && (part === "agreed" || part === "said-no")) return `${part}-notice` as const;
  return part;
}
