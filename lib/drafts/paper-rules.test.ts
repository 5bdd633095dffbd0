import { expect, test } from "vitest";
import { differenceAsFault, paperFault } from "./paper-rules";

test.each([
  ["ğ̃", { kind: "letter", character: "ğ̃" }],
  ["unexpected", { kind: "unexpected" }],
  [differenceAsFault("the foot of page 12"), { kind: "page", page: "12" }],
  [differenceAsFault("a word"), { kind: "words", where: "a word" }],
  [differenceAsFault("x".repeat(500)), { kind: "words", where: `…${"x".repeat(120)}` }],
])("what is kept of a copy that does not hold reads back: %s", (kept, fault) => {
  expect(paperFault(kept)).toEqual(fault);
});
