import {
  type DefaultFacts,
  type PlacementFacts,
  type PlatformOfRecord,
  platformOfRecord,
} from "./platform-of-record";

/** What somebody meets on from this moment until the next change. */
export type PlatformChange = { at: Date; record: PlatformOfRecord | null };

/** Every moment at which what somebody meets on may change, in order, and what it is from then on. */
export function platformChanges(
  placements: readonly PlacementFacts[],
  defaults: readonly DefaultFacts[],
): PlatformChange[] {
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

/** The next change that leads to another platform than the one of now. */
export function nextChange(changes: readonly PlatformChange[], now: Date): PlatformChange | null {
  const current = changes.findLast(({ at }) => at <= now)?.record?.platformId;
  return changes.find(({ at, record }) => at > now && record?.platformId !== current) ?? null;
}

/** A time from its first moment until the first that is no longer of it; without one it goes on. */
export type Span = { from: Date; until: Date | null };

/** When somebody meets where nothing can be recorded, by the time since when that is known of a platform. */
export function spansWithoutRecording(
  changes: readonly PlatformChange[],
  cannotSince: ReadonlyMap<string, Date>,
): Span[] {
  const spans: Span[] = [];
  for (const [index, { at, record }] of changes.entries()) {
    const since = record && cannotSince.get(record.platformId);
    const until = changes[index + 1]?.at ?? null;
    if (!since || (until && since >= until)) continue;
    const from = since > at ? since : at;
    const last = spans.at(-1);
    if (last?.until?.getTime() === from.getTime()) last.until = until;
    else spans.push({ from, until });
  }
  return spans;
}
