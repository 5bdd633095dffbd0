import type { Language } from "../languages";

/** In which way an entry does not hold. */
export const trailReasons = [
  "hash",
  "link",
  "gap",
  "root",
  "signature",
  "column",
  "missing-tail",
  "time",
  "file",
] as const;

export type TrailReason = (typeof trailReasons)[number];
export type Says = Record<Language, string>;
/** The first entry of a trail that does not hold, and why, in words of every language. */
export type TrailBreak = { ok: false; seq: number; reason: TrailReason; says: Says };

export function broken(seq: number, reason: TrailReason, says: Says): TrailBreak {
  return { ok: false, seq, reason, says };
}
