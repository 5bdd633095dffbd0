import { trailReasons } from "@/verifier/trail/trail-break";

/** In which way an entry does not hold; each has a sentence in every language under `audit.broken`. */
export const breakReasons = [
  ...trailReasons,
  "text",
  "answer",
  "withdrawal",
  "noted",
  "details",
  "untold",
] as const;

export type BreakReason = (typeof breakReasons)[number];
export type FactBreak = { ok: false; seq: number; reason: BreakReason; sentence: string };

export function broken(seq: number, reason: BreakReason, sentence: string): FactBreak {
  return { ok: false, seq, reason, sentence };
}
