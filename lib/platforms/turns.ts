import { type DefaultFacts, type PlacementFacts, type PlatformOfRecord, platformOfRecord } from "./of-record";

/** From this moment on it is this, until the next one. */
export type Turn = { at: Date; record: PlatformOfRecord | null };

/** Every moment at which what somebody meets on may change, in order, and what it is from then on. */
export function turnsOf(placements: readonly PlacementFacts[], defaults: readonly DefaultFacts[]): Turn[] {
  const times = [
    ...placements.flatMap(({ since, until }) => (until ? [since, until] : [since])),
    ...defaults.map(({ effectiveFrom }) => effectiveFrom),
  ].map((at) => at.getTime());
  return [...new Set(times)]
    .toSorted((a, b) => a - b)
    .map((time) => {
      const at = new Date(time);
      return { at, record: platformOfRecord(placements, defaults, at) };
    });
}

/** The next turn that leads to another platform than the one of now. */
export function nextTurn(turns: readonly Turn[], now: Date): Turn | null {
  const current = turns.findLast(({ at }) => at <= now)?.record?.platformId;
  return turns.find(({ at, record }) => at > now && record?.platformId !== current) ?? null;
}

/** A time from its first moment until the first that is no longer of it; without one it goes on. */
export type Span = { from: Date; until: Date | null };

/** When somebody meets where nothing can be recorded, by the time since when that is known of a platform. */
export function spansWithoutRecording(
  turns: readonly Turn[],
  cannotSince: ReadonlyMap<string, Date>,
): Span[] {
  const spans: Span[] = [];
  for (const [index, { at, record }] of turns.entries()) {
    const since = record && cannotSince.get(record.platformId);
    const until = turns[index + 1]?.at ?? null;
    if (!since || (until && since >= until)) continue;
    const from = since > at ? since : at;
    const last = spans.at(-1);
    if (last?.until?.getTime() === from.getTime()) last.until = until;
    else spans.push({ from, until });
  }
  return spans;
}
