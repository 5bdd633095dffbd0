import type { CosigningFault } from "@/db/schema";

type Contradiction = "another-history" | "set-back";

/** The witness has seen another history than the one that is here: no pause mends that. */
export function isContradiction(fault: CosigningFault): fault is Contradiction {
  return fault === "another-history" || fault === "set-back";
}

/** So long a checkpoint may wait for its witnesses before anybody is told. */
export const patience = 60 * 60_000;
