import { expect, test } from "vitest";
import { breakHere, longestWord, partsOf, wordAcross } from "./line-breaks";

test("an ordinary word is never broken", () => {
  expect(partsOf("electroencefalografista", longestWord)).toEqual(["electroencefalografista"]);
});

test("an address may break after its separators, with nothing added", () => {
  const parts = partsOf("https://candor.example/my/hollis-marr/consents", longestWord);
  expect(parts).toEqual([
    "https://",
    "",
    "candor.",
    "",
    "example/",
    "",
    "my/",
    "",
    "hollis-",
    "",
    "marr/",
    "",
    "consents",
  ]);
});

test("a word without separators is cut into pieces that fit, by whole characters", () => {
  const word = "𠮷".repeat(60);
  const parts = partsOf(word, 16);
  expect(parts.join("")).toBe(word);
  expect(Math.max(...parts.map((part) => [...part].length))).toBe(10);
});

test("a letter keeps its marks", () => {
  const word = "שָׁ".repeat(30);
  const parts = partsOf(word, 16);
  expect(parts.join("")).toBe(word);
  expect(parts.filter((part) => /^\p{M}/u.test(part))).toEqual([]);
});

test("the place to break draws nothing", () => {
  expect(partsOf(breakHere, longestWord).join("")).toBe("");
});

test.each([
  ["Łukasz Żak", 1, 6],
  ["Łukasz Żak", 6, 0],
  ["Łukasz Żak", 7, 0],
  ["Łukasz Żak", 8, 3],
  ["", 0, 0],
])("in %j a word across %i is %i letters long", (text, place, length) => {
  expect(wordAcross(text, place)).toBe(length);
});
