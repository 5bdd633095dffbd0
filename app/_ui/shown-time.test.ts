import { expect, test } from "vitest";
import { shownTime } from "./shown-time";

const pacific = "America/Los_Angeles";

test.each([
  ["the hour that comes twice, first", "2026-11-01T08:30:00Z", "en", "1:30 AM PDT", "Pacific Daylight Time"],
  ["the hour that comes twice, again", "2026-11-01T09:30:00Z", "en", "1:30 AM PST", "Pacific Standard Time"],
  ["its evening", "2026-11-02T07:59:00Z", "en", "11:59 PM PST", "Pacific Standard Time"],
  ["its first minute", "2026-11-01T07:00:00Z", "en", "12:00 AM PDT", "Pacific Daylight Time"],
  ["the minute before that day", "2026-11-01T06:59:00Z", "en", "11:59 PM", "Pacific Time"],
  ["the minute after that day", "2026-11-02T08:00:00Z", "en", "12:00 AM", "Pacific Time"],
  ["the day with an hour less", "2026-03-08T11:00:00Z", "en", "4:00 AM PDT", "Pacific Daylight Time"],
  ["any other day", "2026-03-03T20:12:00Z", "en", "12:12 PM", "Pacific Time"],
  ["in Spanish, again", "2026-11-01T09:30:00Z", "es", "01:30 PST", "hora estándar del Pacífico"],
])("%s", (_, at, language, time, zone) => {
  expect(shownTime(new Date(at), pacific, language)).toMatchObject({ time, zone });
});

test("no two moments of that day look the same", () => {
  const start = Date.parse("2026-11-01T07:00:00Z");
  const shown = Array.from({ length: 100 }, (_, quarter) => start + quarter * 900_000).map(
    (at) => shownTime(new Date(at), pacific, "en").both,
  );
  expect(new Set(shown).size).toBe(100);
});

test.each([
  ["Europe/Madrid", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"],
])("in %s, too, what comes later does not look the same", (zone, first, again) => {
  const [one, other] = [first, again].map((at) => shownTime(new Date(at), zone, "en").both);
  expect(one).not.toBe(other);
});

test("where the clock never turns no day says so", () => {
  expect(shownTime(new Date("2026-11-01T09:30:00Z"), "America/Phoenix", "en").time).toBe("2:30 AM");
});
