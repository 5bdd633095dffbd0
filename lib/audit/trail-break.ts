/** In which way an entry does not hold; each has a sentence in every language under `audit.broken`. */
export const breakReasons = [
  "hash",
  "link",
  "gap",
  "root",
  "signature",
  "column",
  "missing-tail",
  "time",
  "text",
  "answer",
  "withdrawal",
  "noted",
  "details",
  "file",
  "untold",
] as const;

export type BreakReason = (typeof breakReasons)[number];
export type TrailBreak = { ok: false; seq: number; reason: BreakReason; sentence: string };

export function broken(seq: number, reason: BreakReason, sentence: string): TrailBreak {
  return { ok: false, seq, reason, sentence };
}
