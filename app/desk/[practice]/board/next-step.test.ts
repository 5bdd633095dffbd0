import { expect, test } from "vitest";
import type { BoardFilter } from "@/lib/screens/desk/board-rows";
import { nextStep } from "./next-step";

test.each<[string, BoardFilter[], ReturnType<typeof nextStep>]>([
  [
    "who took back how they meet agrees another way, and is not asked",
    ["not-asked", "way-to-agree"],
    "agree-way",
  ],
  ["before they are put anything else", ["in-the-room", "overdue", "way-to-agree"], "agree-way"],
  ["after they were told at all", ["not-delivered", "way-to-agree"], "call"],
  ["and after what they want to talk about", ["talk-first", "way-to-agree"], "talk"],
  ["who took back something else is asked", ["not-asked"], "ask"],
])("%s", (_, needs, step) => {
  expect(nextStep(new Set<BoardFilter>(["all", "needs-something", ...needs]), true)).toBe(step);
});

test("who may ask nobody agrees another way all the same", () => {
  expect(nextStep(new Set(["all", "way-to-agree"]), false)).toBe("agree-way");
});
