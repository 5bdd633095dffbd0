import { expect, test } from "vitest";
import { hasSameUses } from "./answers";

const stored = { yes: ["a", "b"], no: ["c"] };

test.each([
  ["which use got which answer", { yes: 2, no: 1, allowed: ["b", "a"], refused: ["c"] }, true],
  ["counts alone, as entries did before", { yes: 2, no: 1 }, true],
  ["other counts", { yes: 1, no: 2 }, false],
  ["another use allowed", { yes: 2, no: 1, allowed: ["a", "c"], refused: ["b"] }, false],
  ["another use refused", { yes: 2, no: 1, allowed: ["a", "b"], refused: ["d"] }, false],
  ["something that is no list", { yes: 2, no: 1, allowed: "a,b", refused: ["c"] }, false],
])("an entry that tells %s", (_, told, holds) => {
  expect(hasSameUses(stored, { name: "consent.given", ...told })).toBe(holds);
});
