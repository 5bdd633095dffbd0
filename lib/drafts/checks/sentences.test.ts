import { expect, test } from "vitest";
import { sentenceAt } from "./sentences";

test.each([
  ["the one between two others", "One. It is here. Three.", "here", "It is here."],
  ["the first", "Here it is! Two.", "Here", "Here it is!"],
  ["a title without a stop", "Completely secure", "secure", "Completely secure"],
  ["only its own line", "Why\n  It is here. \nThen", "here", "It is here."],
  [
    "one with short forms in it",
    "So. I, Dr. Elena Reyes, am here e.g. now. So.",
    "here",
    "I, Dr. Elena Reyes, am here e.g. now.",
  ],
])("a sentence: %s", (_, text, word, expected) => {
  const { from, to } = sentenceAt(text, text.indexOf(word));
  expect(text.slice(from, to)).toBe(expected);
});
