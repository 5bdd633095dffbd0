import { expect, test } from "vitest";
import { freeKey, whyNotBegin, whyNotChange, whyNotDraw, whyNotKeep, whyNotReview } from "./rules";

test("a draft begins unless the disclosure is retired", () => {
  expect(whyNotBegin({ retired: false })).toBeNull();
  expect(whyNotBegin({ retired: true })).toBe("disclosure-retired");
});

test("a language is drawn once it is begun", () => {
  expect(whyNotDraw({})).toBeNull();
  expect(whyNotDraw(null)).toBe("language-not-begun");
});

test.each([
  [3, 3, null],
  [4, 3, "draft-changed-meanwhile"],
  [3, 4, "draft-changed-meanwhile"],
])("revision %i is changed by who saw %i: %s", (stored, seen, refusal) => {
  expect(whyNotChange({ revision: stored }, seen)).toBe(refusal);
});

test.each([
  ["the text that was read", "a", "a", [], null],
  ["a text that changed since", "b", "a", [], "draft-changed-meanwhile"],
  ["a language nobody began", null, "a", [], "language-not-begun"],
  ["a text read before", "a", "a", ["a"], "already-reviewed"],
  ["a text of which an earlier form was read", "a", "a", ["b"], null],
])("reviewing %s", (_, stored, read, reviewed, refusal) => {
  expect(whyNotReview(stored, read, reviewed)).toBe(refusal);
});

test.each([
  ["Recording our sessions", [], "recording-our-sessions"],
  ["Así protejo 3 sesiones", [], "asi-protejo-3-sesiones"],
  ["3 sessions", [], "sessions"],
  ["録画", [], "authorization"],
  ["Recording", ["recording"], "recording-2"],
  ["Recording", ["recording", "recording-2", "recording-9", "recording-of-it"], "recording-10"],
])("the key of %j beside %j is %s", (title, taken, key) => {
  expect(freeKey(title, "authorization", taken)).toBe(key);
});

test.each([
  ["a text that needs no change", { textSha256: "a", englishSha256: "b" }, [], null],
  ["a language nobody began", { textSha256: null, englishSha256: "b" }, [], "language-not-begun"],
  ["no English", { textSha256: "a", englishSha256: null }, [], "language-not-begun"],
  ["English that changed since", { textSha256: "a", englishSha256: "c" }, [], "draft-changed-meanwhile"],
  ["a text that changed since", { textSha256: "c", englishSha256: "b" }, [], "draft-changed-meanwhile"],
  [
    "what was noted before",
    { textSha256: "a", englishSha256: "b" },
    [{ textSha256: "a", englishSha256: "b" }],
    "already-kept",
  ],
  [
    "what was noted for other English",
    { textSha256: "a", englishSha256: "b" },
    [{ textSha256: "a", englishSha256: "c" }],
    null,
  ],
] as const)("needs no change: %s", (_, stored, kept, refusal) => {
  expect(whyNotKeep(stored, { textSha256: "a", englishSha256: "b" }, kept)).toBe(refusal);
});
