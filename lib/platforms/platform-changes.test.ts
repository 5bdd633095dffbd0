import { describe, expect, test } from "vitest";
import { nextChange, platformChanges, spansWithoutRecording } from "./platform-changes";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const placed = (platformId: string | null, since: number, until: number | null, placedAt = since) => {
  return {
    platformId,
    since: day(since),
    until: until === null ? null : day(until),
    placedAt: day(placedAt),
  };
};
const common = (platformId: string, from: number) => {
  return { platformId, effectiveFrom: day(from), setAt: day(from) };
};
const zoom = [common("zoom", 1)];

test("what they meet on turns with the practice, and at both ends of a trial", () => {
  const changes = platformChanges([placed("phone", 5, 9)], [...zoom, common("meet", 12)]);
  expect(changes.map(({ at, record }) => [at.getUTCDate(), record?.platformId])).toEqual([
    [1, "zoom"],
    [5, "phone"],
    [9, "zoom"],
    [12, "meet"],
  ]);
});

test("the next change is the first that leads elsewhere", () => {
  const changes = platformChanges([placed("zoom", 5, null)], [...zoom, common("meet", 12)]);
  expect(nextChange(changes, day(2))).toBeNull();
  expect(nextChange(platformChanges([], [...zoom, common("meet", 12)]), day(2))?.at).toEqual(day(12));
  expect(nextChange(platformChanges([], []), day(2))).toBeNull();
});

describe("nothing can be recorded", () => {
  const cannot = new Map([
    ["phone", day(1)],
    ["in-person", day(1)],
  ]);
  const spans = (...given: Parameters<typeof platformChanges>) =>
    spansWithoutRecording(platformChanges(...given), cannot).map(({ from, until }) => [
      from.getUTCDate(),
      until?.getUTCDate() ?? null,
    ]);

  test.each([
    ["never where it can", [], zoom, []],
    ["never where nobody said how they meet", [], [], []],
    ["from the day they meet there", [placed("phone", 5, null)], zoom, [[5, null]]],
    ["until a trial is over", [placed("phone", 5, 9)], zoom, [[5, 9]]],
    [
      "in one piece, from one such platform to the next",
      [placed("phone", 5, 9), placed("in-person", 9, 12)],
      zoom,
      [[5, 12]],
    ],
    ["while the practice meets there", [], [...zoom, common("phone", 5), common("zoom", 8)], [[5, 8]]],
    ["not for who kept another", [placed("zoom", 5, null)], [...zoom, common("phone", 5)], []],
  ] as const)("%s", (_, placements, defaults, expected) => {
    expect(spans(placements, defaults)).toEqual(expected);
  });

  test("from the day that was known", () => {
    const since = new Map([["phone", day(7)]]);
    expect(spansWithoutRecording(platformChanges([placed("phone", 5, null)], zoom), since)).toEqual([
      { from: day(7), until: null },
    ]);
    expect(spansWithoutRecording(platformChanges([placed("phone", 5, 6)], zoom), since)).toEqual([]);
  });
});
