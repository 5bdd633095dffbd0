import { expect, test } from "vitest";
import { whyNotMove } from "./rules";

const plan = { shown: "a", comes: [{ id: "ana" }, { id: "ben" }], whyNobodyStays: null };

test.each([
  ["what was shown is done", plan, { shown: "a", staying: ["ana"] }, null],
  ["another list is not", plan, { shown: "b", staying: [] }, "move-changed"],
  ["who was not on it cannot be let stay", plan, { shown: "a", staying: ["chloe"] }, "move-changed"],
  [
    "nobody stays where nobody can be",
    { ...plan, whyNobodyStays: "platform-lacks-agreement" },
    { shown: "a", staying: ["ana"] },
    "nobody-stays",
  ],
  [
    "and all may move away from there",
    { ...plan, whyNobodyStays: "platform-left" },
    { shown: "a", staying: [] },
    null,
  ],
] as const)("%s", (_, shown, asked, refusal) => {
  expect(whyNotMove(shown, asked)).toBe(refusal);
});
