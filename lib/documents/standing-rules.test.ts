import { expect, test } from "vitest";
import type { AnswerFacts, ConsentWord } from "@/lib/consents/consent-state";
import { answer as answered, use } from "@/lib/consents/facts.fixture";
import { standingOf } from "./standing-rules";

function answer(id: string, withdrawn = 0): AnswerFacts {
  const at = (index: number) => (index < withdrawn ? new Date() : null);
  return answered({ id, items: ["look-back", "teaching"].map((key, index) => use(key, "yes", at(index))) });
}

const still = { restsBecause: null };
const paper = { answerId: "a1", isWithdrawal: false, isPutBack: false };

test.each([
  ["given", answer("a1"), "stands"],
  ["refused", answer("a1"), "stands"],
  ["given", answer("a1", 1), "partly-taken-back"],
  ["withdrawn", answer("a1", 2), "taken-back"],
  ["superseded", answer("a1"), "newer-text"],
  ["expired", answer("a1"), "expired"],
  ["resting", answer("a1"), "resting"],
  ["invalid", answer("a1"), "noted-by-mistake"],
  ["given", answer("a2"), "answered-anew"],
] as const)("the paper of an answer, now %s, %#: %s", (word: ConsentWord, standing, expected) => {
  expect(standingOf(paper, { ...still, word, answer: standing })).toBe(expected);
});

test("the paper of an answer that rests where they meet says so", () => {
  const state = { word: "resting", restsBecause: "platform", answer: answer("a1", 1) } as const;
  expect(standingOf(paper, state)).toBe("resting-there");
});

test("the paper of a withdrawal stands until there is a newer answer", () => {
  const withdrawal = { answerId: "a1", isWithdrawal: true, isPutBack: false };
  expect(standingOf(withdrawal, { ...still, word: "withdrawn", answer: answer("a1", 2) })).toBe("stands");
  expect(standingOf(withdrawal, { ...still, word: "given", answer: answer("a2") })).toBe("answered-anew");
});

test("the paper of a withdrawal that was put back says so, whatever came after", () => {
  const withdrawal = { answerId: "a1", isWithdrawal: true, isPutBack: true };
  expect(standingOf(withdrawal, { ...still, word: "given", answer: answer("a1") })).toBe("put-back");
  expect(standingOf(withdrawal, { ...still, word: "given", answer: answer("a2") })).toBe("put-back");
});
