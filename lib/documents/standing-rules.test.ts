import { expect, test } from "vitest";
import type { AnswerFacts, ConsentWord } from "@/lib/consents/rules";
import { standingOf } from "./standing-rules";

function answer(id: string, withdrawn = 0): AnswerFacts {
  const items = ["look-back", "teaching"].map((key, index) => ({
    itemId: key,
    key,
    answer: "yes" as const,
    withdrawnAt: index < withdrawn ? new Date() : null,
  }));
  return { id, versionId: "v1", answeredAt: new Date(), items };
}

const paper = { answerId: "a1", isWithdrawal: false };

test.each([
  ["given", answer("a1"), "stands"],
  ["refused", answer("a1"), "stands"],
  ["given", answer("a1", 1), "partly-taken-back"],
  ["withdrawn", answer("a1", 2), "taken-back"],
  ["superseded", answer("a1"), "newer-text"],
  ["given", answer("a2"), "answered-anew"],
] as const)("the paper of an answer, now %s, %#: %s", (word: ConsentWord, standing, expected) => {
  expect(standingOf(paper, { word, answer: standing })).toBe(expected);
});

test("the paper of a withdrawal stands until there is a newer answer", () => {
  const withdrawal = { answerId: "a1", isWithdrawal: true };
  expect(standingOf(withdrawal, { word: "withdrawn", answer: answer("a1", 2) })).toBe("stands");
  expect(standingOf(withdrawal, { word: "given", answer: answer("a2") })).toBe("answered-anew");
});
