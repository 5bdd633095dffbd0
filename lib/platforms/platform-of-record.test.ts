import { describe, expect, test } from "vitest";
import { meetsOnFrom, platformOfRecord, practiceDefault } from "./platform-of-record";

const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const zoom = { platformId: "zoom", effectiveFrom: day(1), setAt: day(1) };
const meet = { platformId: "meet", effectiveFrom: day(10), setAt: day(5) };
const placed = (platformId: string | null, since: number, until: number | null = null, placedAt = since) => {
  return { platformId, since: day(since), until: until ? day(until) : null, placedAt: day(placedAt) };
};

describe("the platform of record", () => {
  test.each([
    ["is nothing before the practice named one", [], [], 5, null],
    ["is the practice's without a placement", [], [zoom], 5, "zoom"],
    ["follows the practice when it moves", [], [zoom, meet], 10, "meet"],
    ["is not the practice's next before its day", [], [zoom, meet], 9, "zoom"],
    ["is what was agreed with them", [placed("phone", 3)], [zoom], 5, "phone"],
    ["is the practice's until then", [placed("phone", 6)], [zoom], 5, "zoom"],
    ["stays theirs when the practice moves", [placed("phone", 3)], [zoom, meet], 12, "phone"],
    ["is a trial to its end", [placed("phone", 3, 8)], [zoom], 7, "phone"],
    ["is what it was before from the first moment after", [placed("phone", 3, 8)], [zoom], 8, "zoom"],
    ["is an earlier agreement after a trial", [placed("doxy", 2), placed("phone", 3, 8)], [zoom], 8, "doxy"],
    ["is the last that was placed", [placed("phone", 3), placed("doxy", 4)], [zoom], 5, "doxy"],
    [
      "is what was placed last, though another begins later",
      [placed("a", 4, null, 2), placed("b", 3)],
      [zoom],
      5,
      "b",
    ],
    [
      "is the practice's again for who went back to it",
      [placed("phone", 3), placed(null, 5)],
      [zoom],
      5,
      "zoom",
    ],
  ] as const)("%s", (_, placements, defaults, at, platformId) => {
    expect(platformOfRecord(placements, defaults, day(at))?.platformId ?? null).toBe(platformId);
  });

  test("says since when, whether it is theirs, and how long a trial lasts", () => {
    expect(platformOfRecord([placed("phone", 3, 8)], [zoom], day(4))).toEqual({
      platformId: "phone",
      since: day(3),
      isOwn: true,
      trialUntil: day(8),
    });
    const back = platformOfRecord([placed("phone", 3), placed(null, 5)], [zoom], day(6));
    expect(back).toEqual({ platformId: "zoom", since: day(5), isOwn: false, trialUntil: null });
  });
});

test("of two defaults for the same moment the one set last counts, in either order", () => {
  const later = { ...zoom, platformId: "teams", setAt: day(2) };
  expect(practiceDefault([zoom, later], day(3))?.platformId).toBe("teams");
  expect(practiceDefault([later, zoom], day(3))?.platformId).toBe("teams");
});

describe("going back from what was agreed on a wish", () => {
  const wished = (platformId: string, since: number, until: number | null = null) => {
    return { ...placed(platformId, since, until), origin: "request" as const, wishId: platformId };
  };
  const back = (wishId: string, since: number) => {
    return { ...placed(null, since), origin: "back" as const, wishId };
  };
  const at = (placements: Parameters<typeof platformOfRecord>[0], number: number) =>
    platformOfRecord(placements, [zoom, meet], day(number))?.platformId;

  test("brings back what counted before, as if it had never been", () => {
    expect(at([wished("phone", 3), wished("doxy", 5), back("doxy", 6)], 6)).toBe("phone");
    expect(at([wished("phone", 3), back("phone", 6)], 6)).toBe("zoom");
    expect(at([wished("phone", 3), back("phone", 6)], 12)).toBe("meet");
  });

  test("a trial that stood before goes on to its own end, and nothing comes back after it", () => {
    const history = [wished("phone", 3, 8), wished("doxy", 5), back("doxy", 6)];
    expect([at(history, 7), at(history, 9)]).toEqual(["phone", "zoom"]);
  });

  test("before it begins leaves nothing changed", () => {
    expect(at([wished("doxy", 7), back("doxy", 6)], 9)).toBe("zoom");
  });

  test("counts from the moment of going back, and the practice's counts since then", () => {
    const history = [wished("phone", 3), back("phone", 6)];
    expect(at(history, 5)).toBe("phone");
    expect(platformOfRecord(history, [zoom], day(7))?.since).toEqual(day(6));
  });
});

describe("somebody meets on a platform from now on", () => {
  test.each([
    ["when they meet there now", [placed("phone", 3)], [zoom], "phone", true],
    ["when they will", [placed("phone", 8)], [zoom], "phone", true],
    [
      "when they come back to it after a trial",
      [placed("doxy", 2), placed("phone", 3, 8)],
      [zoom],
      "doxy",
      true,
    ],
    ["when the practice will", [], [zoom, meet], "meet", true],
    ["not when it is over", [placed("phone", 2), placed("doxy", 3)], [zoom], "phone", false],
    [
      "not when another takes its place before it begins",
      [placed("phone", 8, null, 2), placed("doxy", 3)],
      [zoom],
      "phone",
      false,
    ],
    ["not on what was only theirs before", [placed("phone", 2, 4)], [zoom], "phone", false],
  ] as const)("%s", (_, placements, defaults, platformId, meets) => {
    expect(meetsOnFrom(placements, defaults, platformId, day(5))).toBe(meets);
  });
});
