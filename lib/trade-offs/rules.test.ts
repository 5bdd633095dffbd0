import { expect, test } from "vitest";
import { whyNotExplained, whyNotShown } from "./rules";

test.each([
  ["on the day of the wish", "2026-03-01", null],
  ["since", "2026-03-05", null],
  ["today", "2026-03-10", null],
  ["before the wish", "2026-02-28", "explained-before-wish"],
  ["tomorrow", "2026-03-11", "explained-in-future"],
])("explained %s", (_, day, refusal) => {
  expect(whyNotExplained(day, { wantedOn: "2026-03-01", today: "2026-03-10" })).toBe(refusal);
});

test("what was shown is signed only while it is what is known", () => {
  expect(whyNotShown({ textSha256: "a" }, { textSha256: "a" })).toBeNull();
  expect(whyNotShown({ textSha256: "a" }, { textSha256: "b" })).toBe("trade-off-differs");
});
