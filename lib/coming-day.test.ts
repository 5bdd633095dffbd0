import { expect, test } from "vitest";
import { comingDay, whyNotSoFar } from "@/lib/coming-day";
import { inputReason } from "@/lib/input-reason";

test.each([
  ["2026-03-03", undefined],
  ["2099-12-31", undefined],
  ["2206-03-03", "day-years-away"],
  ["9999-12-31", "day-years-away"],
  ["0026-03-03", "day-too-early"],
  ["2026-02-30", "day-malformed"],
  ["", "day-malformed"],
])("a day planned as %j", (day, reason) => {
  expect(comingDay.safeParse(day, { error: inputReason }).error?.issues[0]?.message).toBe(reason);
});

test.each([
  [["2031-03-02"], null],
  [["2031-03-03"], "day-years-away"],
  [["2026-03-02", null, "2062-03-02"], "day-years-away"],
  [[null], null],
  [[], null],
])("on 2026-03-02, %j: %s", (days, reason) => {
  expect(whyNotSoFar(days, "2026-03-02")).toBe(reason);
});

test("from a leap day on it is five years, too", () => {
  expect(whyNotSoFar(["2029-03-01"], "2024-02-29")).toBe("day-years-away");
  expect(whyNotSoFar(["2029-02-28"], "2024-02-29")).toBeNull();
});
