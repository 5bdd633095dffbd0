import { expect, test } from "vitest";
import { consentState } from "./consent-state";
import { answer, day, request, use, version } from "./facts.fixture";
import { type UseWord, wordOfUse } from "./word-of-use";

const versions = [version("v1", 1, day(1))];
const said = answer({
  items: [use("look-back", "yes"), use("teaching", "no"), use("research", "yes", day(6))],
});
const wordsOf = (more: Partial<typeof said>) => {
  const state = consentState({ versions, requests: [request({ answer: { ...said, ...more } })] }, day(20));
  return ["look-back", "teaching", "research", "archive"].map((key) => wordOfUse(state, key));
};

test.each<[string, Partial<typeof said>, UseWord[]]>([
  ["each use says what was said to it", {}, ["may", "no", "took-back", "not-said"]],
  ["a yes that ended allows nothing", { expiresAt: day(10) }, ["not-now", "no", "took-back", "not-said"]],
  ["nor one that rests", { restsSince: day(10) }, ["not-now", "no", "took-back", "not-said"]],
  [
    "nothing rests on what was noted by mistake",
    { correctedAt: day(10) },
    ["not-said", "not-said", "not-said", "not-said"],
  ],
])("%s", (_, more, words) => {
  expect(wordsOf(more)).toEqual(words);
});
