import { expect, test } from "vitest";
import { inputReason } from "@/lib/input-reason";
import { pastDay } from "@/lib/past-day";

test.each([
  ["2026-03-03", undefined],
  ["1900-01-01", undefined],
  ["0026-03-03", "day-too-early"],
  ["0001-01-01", "day-too-early"],
  ["2026-02-30", "day-malformed"],
  ["", "day-malformed"],
])("a day remembered as %j", (day, reason) => {
  expect(pastDay.safeParse(day, { error: inputReason }).error?.issues[0]?.message).toBe(reason);
});
