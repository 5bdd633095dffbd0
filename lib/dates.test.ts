import { describe, expect, test } from "vitest";
import { afterQuietHours, daysAfter, endOfAnswer, startOfDay, today } from "./dates";

const pacific = "America/Los_Angeles";
const at = (text: string) => new Date(text);

test.each([
  ["2026-03-03", pacific, "2026-03-03T08:00:00.000Z"],
  ["the day clocks go forward", "2026-03-08", pacific, "2026-03-08T08:00:00.000Z"],
  ["the day after", "2026-03-09", pacific, "2026-03-09T07:00:00.000Z"],
  ["clocks jump over midnight itself", "2026-03-29", "Africa/Cairo", "2026-03-28T22:00:00.000Z"],
  ["east of the date line", "2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
])("a day begins: %s %s", (...named) => {
  const [day = "", timeZone = "", expected] = named.slice(-3);
  expect(startOfDay(day, timeZone).toISOString()).toBe(expected);
});

describe("an answer that counts for some months", () => {
  test.each([
    ["counts until it is taken back", null, "2026-01-12T20:00:00Z", null],
    ["ends with the same day of the month", 12, "2026-01-12T20:00:00Z", "2027-01-13T08:00:00.000Z"],
    ["ends with the last day of a shorter month", 1, "2026-01-31T20:00:00Z", "2026-03-01T08:00:00.000Z"],
    ["knows leap years", 1, "2028-01-31T20:00:00Z", "2028-03-01T08:00:00.000Z"],
    ["is counted in days of the practice, not of UTC", 1, "2026-02-01T02:00:00Z", "2026-03-01T08:00:00.000Z"],
    ["ends at midnight of summer time", 6, "2026-01-12T20:00:00Z", "2026-07-13T07:00:00.000Z"],
    ["ends where the clocks change that night", 1, "2026-02-07T20:00:00Z", "2026-03-08T08:00:00.000Z"],
  ])("%s", (_, months, given, expected) => {
    expect(endOfAnswer(months, at(given), pacific)?.toISOString() ?? null).toBe(expected);
  });
});

describe("what may not leave in quiet hours leaves", () => {
  const night = { quietFrom: "21:00", quietUntil: "08:00", timeZone: pacific };
  const noon = { quietFrom: "12:00", quietUntil: "14:00", timeZone: pacific };
  test.each([
    ["at once by day", night, "2026-01-12T20:00:00Z", "2026-01-12T20:00:00.000Z"],
    ["at once a minute before", night, "2026-01-13T04:59:00Z", "2026-01-13T04:59:00.000Z"],
    ["in the morning, asked in the evening", night, "2026-01-13T05:00:00Z", "2026-01-13T16:00:00.000Z"],
    ["in the morning, asked after midnight", night, "2026-01-13T10:00:00Z", "2026-01-13T16:00:00.000Z"],
    ["at once when they end", night, "2026-01-13T16:00:00Z", "2026-01-13T16:00:00.000Z"],
    [
      "an hour sooner, the night clocks go forward",
      night,
      "2026-03-08T06:00:00Z",
      "2026-03-08T15:00:00.000Z",
    ],
    ["an hour later, the night they go back", night, "2026-11-01T06:00:00Z", "2026-11-01T16:00:00.000Z"],
    ["over the end of a month", night, "2026-02-01T06:00:00Z", "2026-02-01T16:00:00.000Z"],
    ["after a rest at noon", noon, "2026-01-12T20:30:00Z", "2026-01-12T22:00:00.000Z"],
    [
      "at once where there are none",
      { ...night, quietFrom: null },
      "2026-01-13T10:00:00Z",
      "2026-01-13T10:00:00.000Z",
    ],
  ])("%s", (_, practice, asked, expected) => {
    expect(afterQuietHours(at(asked), practice).toISOString()).toBe(expected);
  });

  test("in the morning too where that morning hour is skipped", () => {
    const early = { quietFrom: "22:00", quietUntil: "02:30", timeZone: pacific };
    expect(afterQuietHours(at("2026-03-08T09:00:00Z"), early).toISOString()).toBe("2026-03-08T10:30:00.000Z");
  });
});

test("days are counted by the calendar", () => {
  expect(daysAfter("2026-02-26", 3)).toBe("2026-03-01");
  expect(today(at("2026-01-01T05:00:00Z"), pacific)).toBe("2025-12-31");
});
