import { describe, expect, test } from "vitest";
import { reviewOwed, watchStep, whyNotConcludeWatch, whyNotWatch } from "./rules";

test.each([
  ["2026-01-12", null],
  ["2026-01-11", null],
  ["2026-01-13", "watch-in-future"],
])("a change of %s, noted on January 12", (changedOn, refusal) => {
  expect(whyNotWatch({ changedOn }, "2026-01-12")).toBe(refusal);
});

test("what was concluded is concluded once", () => {
  expect(whyNotConcludeWatch({ concludedAt: null })).toBeNull();
  expect(whyNotConcludeWatch({ concludedAt: new Date() })).toBe("watch-already-concluded");
});

describe("what follows from a change", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  test.each([
    ["nothing was concluded", null, null, [at(20)], "conclude"],
    ["nothing has to change", "no-change", at(12), [at(1)], null],
    ["the practice stops", "stop", at(12), [at(1)], null],
    ["a new text is owed", "new-text", at(12), [at(1), at(12)], "write"],
    ["no text was ever published", "new-text", at(12), [], "write"],
    ["the new text is there", "new-text", at(12), [at(1), at(13)], null],
  ] as const)("%s", (_, conclusion, concludedAt, published, step) => {
    expect(watchStep({ conclusion, concludedAt }, published)).toBe(step);
  });
});

describe("a text is to be looked at again", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const version = (number: number, from: number, reviewBy: string | null) => {
    const facts = { change: "editorial", earlierAnswersUntil: null, sameIn: [] } as const;
    return { id: `v${number}`, number, effectiveFrom: at(from), reviewBy, ...facts };
  };
  test.each([
    ["on its day", [version(1, 1, "2026-01-12")], "2026-01-12"],
    ["after its day", [version(1, 1, "2026-01-02")], "2026-01-02"],
    ["not before it", [version(1, 1, "2026-01-13")], null],
    ["not without a day", [version(1, 1, null)], null],
    ["by the day of the text in force", [version(1, 1, "2026-01-02"), version(2, 3, null)], null],
    ["not once the next text is published", [version(1, 1, "2026-01-02"), version(2, 20, null)], null],
    ["not before any is in force", [version(1, 20, "2026-01-02")], null],
  ])("%s", (_, versions, day) => {
    expect(reviewOwed(versions, at(12), "2026-01-12")).toBe(day);
  });
});
