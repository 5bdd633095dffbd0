import { describe, expect, test } from "vitest";
import type { Leaving } from "./rules";
import { leavesAt, leavesQuietly, usualLeaving, waysToLeave } from "./when-mail-leaves";

const losAngeles = {
  quietFrom: "21:00:00",
  quietUntil: "08:00:00",
  timeZone: "America/Los_Angeles",
  stopMinutes: 10,
};
const never = { ...losAngeles, quietFrom: null, quietUntil: null };

describe("when the mail of an asking leaves", () => {
  test.each<[string, Leaving, string, string | null]>([
    ["at once is at once, also in the night", "at-once", "2026-03-03T07:00:00Z", null],
    [
      "after the window in which it can be stopped",
      "after-window",
      "2026-03-03T18:00:00Z",
      "2026-03-03T18:10:00Z",
    ],
    ["in the morning of the next day", "in-the-morning", "2026-03-03T06:00:00Z", "2026-03-03T16:00:00Z"],
    ["in the morning of the same day", "in-the-morning", "2026-03-03T12:00:00Z", "2026-03-03T16:00:00Z"],
    [
      "in the morning when the window ends in the night",
      "in-the-morning",
      "2026-03-04T04:55:00Z",
      "2026-03-04T16:00:00Z",
    ],
    [
      "the morning after clocks went forward comes an hour sooner",
      "in-the-morning",
      "2026-03-08T06:00:00Z",
      "2026-03-08T15:00:00Z",
    ],
    [
      "the morning after clocks went back comes an hour later",
      "in-the-morning",
      "2026-11-01T05:30:00Z",
      "2026-11-01T16:00:00Z",
    ],
    [
      "the morning after the month's last day is of the next month",
      "in-the-morning",
      "2026-03-01T06:00:00Z",
      "2026-03-01T16:00:00Z",
    ],
    [
      "by day the morning is the end of the window",
      "in-the-morning",
      "2026-03-03T18:00:00Z",
      "2026-03-03T18:10:00Z",
    ],
  ])("%s", (_, leaving, now, expected) => {
    expect(leavesAt(leaving, new Date(now), losAngeles)?.toISOString().replace(".000", "") ?? null).toBe(
      expected,
    );
  });

  test("the same moment is night in one zone and day in another", () => {
    const now = new Date("2026-07-31T22:30:00Z");
    const madrid = { ...losAngeles, timeZone: "Europe/Madrid" };
    expect(leavesQuietly(now, losAngeles)).toBeNull();
    expect(leavesQuietly(now, madrid)).toEqual(new Date("2026-08-01T06:00:00Z"));
  });
});

describe("what is usual", () => {
  const day = new Date("2026-03-03T18:00:00Z");
  const night = new Date("2026-03-03T07:00:00Z");
  const evening = new Date("2026-03-04T04:55:00Z");

  test.each<[string, number, Date, typeof losAngeles | typeof never, Leaving]>([
    ["one patient is asked at once", 1, day, losAngeles, "at-once"],
    ["one patient who would be woken waits for the morning", 1, night, losAngeles, "in-the-morning"],
    ["mail to one leaves before the quiet hours begin", 1, evening, losAngeles, "at-once"],
    ["where there are no quiet hours, one is asked at once", 1, night, never, "at-once"],
    ["several can be stopped", 2, day, losAngeles, "after-window"],
    ["several wait for the morning", 2, night, losAngeles, "in-the-morning"],
    ["several wait when the window ends in the night", 2, evening, losAngeles, "in-the-morning"],
    ["where there are no quiet hours, nobody waits for them", 2, night, never, "after-window"],
  ])("%s", (_, patients, now, hours, expected) => {
    expect(usualLeaving(patients, now, hours)).toBe(expected);
  });

  test("the morning is offered in the night and shortly before it, the window where there is one", () => {
    const offered = (now: Date, hours: typeof losAngeles | typeof never) =>
      waysToLeave(now, hours).map(({ leaving }) => leaving);
    expect(offered(day, losAngeles)).toEqual(["at-once", "after-window"]);
    expect(offered(night, losAngeles)).toEqual(["at-once", "after-window", "in-the-morning"]);
    expect(offered(evening, losAngeles)).toEqual(["at-once", "after-window", "in-the-morning"]);
    expect(offered(night, never)).toEqual(["at-once", "after-window"]);
    expect(offered(day, { ...losAngeles, stopMinutes: 0 })).toEqual(["at-once"]);
  });
});
