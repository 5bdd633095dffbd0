import { expect, test } from "vitest";
import { campaignProgress } from "./progress";

const pacific = "America/Los_Angeles";
const at = (moment: string) => new Date(moment);
const question = (asked: string, answered: string | null = null, ended: string | null = null) => ({
  askedAt: at(asked),
  answeredAt: answered ? at(answered) : null,
  endedAt: ended ? at(ended) : null,
});
/** Each day as "day asked/answered/waiting". */
const told = (questions: ReturnType<typeof question>[], zone: string, now: string) =>
  campaignProgress(questions, zone, at(now))?.points.map(
    ({ day, asked, answered, waiting }) => `${day} ${asked}/${answered}/${waiting}`,
  );

test.each<[string, ReturnType<typeof question>[], string, string, string[] | undefined]>([
  ["nobody was asked, and there is nothing to tell", [], pacific, "2026-03-03T18:00:00Z", undefined],
  [
    "on the first day there is one day",
    [question("2026-03-03T17:00:00Z"), question("2026-03-03T17:00:00Z", "2026-03-03T18:00:00Z")],
    pacific,
    "2026-03-03T20:00:00Z",
    ["2026-03-03 2/1/1"],
  ],
  [
    "a day on which nothing happened is told too, until today",
    [question("2026-03-03T17:00:00Z"), question("2026-03-03T17:00:00Z", "2026-03-05T17:00:00Z")],
    pacific,
    "2026-03-06T18:00:00Z",
    ["2026-03-03 2/0/2", "2026-03-04 2/0/2", "2026-03-05 2/1/1", "2026-03-06 2/1/1"],
  ],
  [
    "it ends with the last answer, however long ago that was",
    [question("2026-03-03T17:00:00Z", "2026-03-04T17:00:00Z")],
    pacific,
    "2026-12-24T18:00:00Z",
    ["2026-03-03 1/0/1", "2026-03-04 1/1/0"],
  ],
  [
    "who was taken back or let be waits no more, and counts once they answer all the same",
    [
      question("2026-03-03T17:00:00Z", null, "2026-03-04T17:00:00Z"),
      question("2026-03-03T17:00:00Z", "2026-03-05T17:00:00Z", "2026-03-04T17:00:00Z"),
    ],
    pacific,
    "2026-03-09T18:00:00Z",
    ["2026-03-03 2/0/2", "2026-03-04 2/0/0", "2026-03-05 2/1/0"],
  ],
  [
    "late in the evening it is still the day of the practice, not that of UTC",
    [question("2026-03-04T07:59:00Z", "2026-03-04T08:00:00Z")],
    pacific,
    "2026-03-04T18:00:00Z",
    ["2026-03-03 1/0/1", "2026-03-04 1/1/0"],
  ],
  [
    "the same moments are other days elsewhere",
    [question("2026-03-04T07:59:00Z", "2026-03-04T15:00:00Z")],
    "Asia/Tokyo",
    "2026-03-05T18:00:00Z",
    ["2026-03-04 1/0/1", "2026-03-05 1/1/0"],
  ],
  [
    "the day of 23 hours is one day",
    [question("2026-03-08T07:59:00Z"), question("2026-03-08T08:00:00Z"), question("2026-03-09T06:59:00Z")],
    pacific,
    "2026-03-09T07:00:00Z",
    ["2026-03-07 1/0/1", "2026-03-08 3/0/3", "2026-03-09 3/0/3"],
  ],
  [
    "the day of 25 hours is one day",
    [question("2026-11-01T06:59:00Z"), question("2026-11-01T07:00:00Z"), question("2026-11-02T07:59:00Z")],
    pacific,
    "2026-11-02T08:00:00Z",
    ["2026-10-31 1/0/1", "2026-11-01 3/0/3", "2026-11-02 3/0/3"],
  ],
])("%s", (_, questions, zone, now, expected) => {
  expect(told(questions, zone, now)).toEqual(expected);
});

test("what takes longer than a month is told by the week, with the last day last", () => {
  const asked = question("2026-03-02T17:00:00Z");
  const until = (now: string) => campaignProgress([asked], pacific, at(now));
  expect(until("2026-04-01T17:00:00Z")).toMatchObject({ everyDays: 1, points: { length: 31 } });
  const long = until("2026-04-08T17:00:00Z");
  expect(long?.everyDays).toBe(7);
  expect(long?.points.map(({ day }) => day)).toEqual([
    "2026-03-08",
    "2026-03-15",
    "2026-03-22",
    "2026-03-29",
    "2026-04-05",
    "2026-04-08",
  ]);
});
