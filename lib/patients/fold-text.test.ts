import { expect, test } from "vitest";
import { textMatcher } from "./fold-text";

test.each([
  ["Ruiz, Ana", true],
  ["ana ruiz-ortiz", true],
  ["Ruiz‑Ortiz", true],
  ["oneill", true],
  ["O'Neill", true],
  ["+1 (555) 010-0188", true],
  ["0188", true],
  ["", true],
  ["Ruiz, Ben", false],
  ["555 010 0189", false],
])("a search for “%s” finds Ana Ruiz–Ortiz O’Neill, 555-010-0188: %s", (search, isFound) => {
  expect(textMatcher(search)("Ana Ruiz–Ortiz O’Neill", "555-010-0188")).toBe(isFound);
});
