import { expect, test } from "vitest";
import { today } from "@/lib/dates";
import { type CheckFacts, type CheckOutcome, type Freshness, freshnessOf, stalest } from "./freshness";

const check = (checkedOn: string, outcome: CheckOutcome = "holds", at = 0, staffId = "me"): CheckFacts => ({
  staffId,
  outcome,
  checkedOn,
  attestedAt: new Date(Date.UTC(2026, 2, 1) + at),
});

function wordOf(checks: CheckFacts[], intervalDays: number, day: string) {
  return freshnessOf(checks, "me", intervalDays, day).word;
}

test.each<[string, CheckFacts[], number, string, string]>([
  ["nobody looked", [], 30, "2026-03-03", "never"],
  ["somebody else looked", [check("2026-03-03", "holds", 0, "other")], 30, "2026-03-03", "never"],
  ["the day of the look", [check("2026-03-03")], 30, "2026-03-03", "fresh"],
  ["the day before the last fifth", [check("2026-03-01")], 30, "2026-03-25", "fresh"],
  ["the first day of the last fifth", [check("2026-03-01")], 30, "2026-03-26", "soon"],
  ["the last day", [check("2026-03-01")], 30, "2026-03-31", "soon"],
  ["the day after", [check("2026-03-01")], 30, "2026-04-01", "lapsed"],
  ["over the end of February", [check("2026-01-31")], 28, "2026-02-28", "soon"],
  ["over the end of February, a day later", [check("2026-01-31")], 28, "2026-03-01", "lapsed"],
  ["over the end of a leap February", [check("2028-01-31")], 30, "2028-03-01", "soon"],
  ["over the end of a year", [check("2025-12-31")], 1, "2026-01-01", "soon"],
  ["an interval of one day, two days on", [check("2025-12-31")], 1, "2026-01-02", "lapsed"],
  ["an interval of two years", [check("2024-02-29")], 730, "2026-02-28", "soon"],
  ["an interval of two years, a day later", [check("2024-02-29")], 730, "2026-03-01", "lapsed"],
  ["it did not hold", [check("2026-03-01", "fails")], 30, "2026-03-02", "failed"],
  ["it did not hold, long ago", [check("2025-03-01", "fails")], 30, "2026-03-02", "failed"],
  ["it holds again", [check("2026-03-01", "fails"), check("2026-03-02")], 30, "2026-03-02", "fresh"],
  [
    "an older look noted later",
    [check("2026-03-02", "fails"), check("2026-03-01", "holds", 9)],
    30,
    "2026-03-02",
    "failed",
  ],
  [
    "on one day, what was said last",
    [check("2026-03-02", "fails", 1), check("2026-03-02", "holds", 2)],
    30,
    "2026-03-02",
    "fresh",
  ],
  [
    "on one day, in whatever order they are read",
    [check("2026-03-02", "holds", 2), check("2026-03-02", "fails", 1)],
    30,
    "2026-03-02",
    "fresh",
  ],
])("%s", (_, checks, intervalDays, day, word) => {
  expect(wordOf(checks, intervalDays, day)).toBe(word);
});

test("it says until when it counts, or since when it does not", () => {
  const at = (day: string) => freshnessOf([check("2026-01-31")], "me", 30, day);
  expect(at("2026-02-01")).toMatchObject({ checkedOn: "2026-01-31", freshUntil: "2026-03-02", since: null });
  expect(at("2026-03-03")).toMatchObject({ checkedOn: "2026-01-31", freshUntil: null, since: "2026-03-03" });
  const failed = freshnessOf([check("2026-01-31", "fails")], "me", 30, "2026-02-01");
  expect(failed).toMatchObject({ freshUntil: null, since: "2026-01-31" });
});

test.each([
  ["America/Los_Angeles", "2026-03-31", "soon"],
  ["Europe/Madrid", "2026-04-01", "lapsed"],
  ["Pacific/Auckland", "2026-04-01", "lapsed"],
])("the day is that of the practice: in %s it is %s then, and the claim is %s", (timeZone, day, word) => {
  const now = new Date("2026-04-01T04:00:00Z");
  expect(today(now, timeZone)).toBe(day);
  expect(wordOf([check("2026-03-01")], 30, today(now, timeZone))).toBe(word);
});

const freshness = (word: Freshness["word"], checkedOn: string | null = null): Freshness => ({
  word,
  checkedOn,
  freshUntil: null,
  since: null,
});

test.each([
  [["fresh", "soon"], "soon"],
  [["soon", "lapsed", "fresh"], "lapsed"],
  [["lapsed", "never"], "never"],
  [["never", "failed"], "failed"],
] as const)("of %j the practice's claim is %s", (words, worst) => {
  expect(stalest(words.map((word) => freshness(word)))?.word).toBe(worst);
});

test("of two that are as fresh, the one looked at longer ago is the stalest; of nobody there is none", () => {
  const [older, newer] = [freshness("fresh", "2026-01-01"), freshness("fresh", "2026-02-01")];
  expect(stalest([newer, older])).toBe(older);
  expect(stalest([])).toBeNull();
});
