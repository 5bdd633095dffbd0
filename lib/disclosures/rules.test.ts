import { describe, expect, test } from "vitest";
import {
  asksAnew,
  currentVersion,
  isAcknowledged,
  sameLanguages,
  type VersionFacts,
  whyNotPublish,
} from "./rules";

const day = (some: number) => new Date(Date.UTC(2026, 0, some));

function version(number: number, effectiveFrom: Date): VersionFacts {
  return {
    id: `v${number}`,
    number,
    change: "material",
    effectiveFrom,
    earlierAnswersUntil: null,
    sameIn: [],
  };
}

describe("the version in force", () => {
  const first = version(1, day(1));
  const second = version(2, day(10));
  test.each([
    ["nothing published", [], day(5), null],
    ["before its day", [first], new Date(day(1).getTime() - 1), null],
    ["from its day on", [first], day(1), first],
    ["the next one before its day", [first, second], day(9), first],
    ["the next one on its day", [first, second], day(10), second],
    ["the highest number, in whatever order they come", [second, first], day(11), second],
  ])("%s", (_, versions, now, current) => {
    expect(currentVersion(versions, now)).toBe(current);
  });
});

describe("the languages in which a text stays the same", () => {
  const before = { texts: { en: "a", es: "b" }, answersLastMonths: null };
  test.each([
    ["of a first text: none", null, before, []],
    ["where only English changed", before, { ...before, texts: { en: "c", es: "b" } }, ["es"]],
    ["where only Spanish changed", before, { ...before, texts: { en: "a", es: "c" } }, ["en"]],
    ["where both changed: none", before, { ...before, texts: { en: "c", es: "d" } }, []],
    ["where one is left out", before, { ...before, texts: { en: "a" } }, ["en"]],
    ["where one is new", { ...before, texts: { en: "a" } }, before, ["en"]],
    ["where answers count for another time: none", before, { ...before, answersLastMonths: 12 }, []],
  ])("%s", (_, earlier, next, languages) => {
    expect(sameLanguages(earlier, next)).toEqual(languages);
  });
});

test.each([
  ["whose text changed", "material", "en", true],
  ["whose text stayed the same", "material", "es", false],
  ["when it is other wording", "editorial", "en", false],
] as const)("who is asked anew: somebody %s: %s, %s", (_, change, language, expected) => {
  expect(asksAnew({ change, sameIn: ["es"] }, language)).toBe(expected);
});

describe("why a version is not published", () => {
  const latest = { ...version(1, day(10)), texts: { en: "a", es: "b" }, answersLastMonths: null };
  const summaries = ["New.", "Nuevo."];
  const next = { effectiveFrom: day(10), texts: { en: "c", es: "d" }, answersLastMonths: null, summaries };
  test.each([
    ["a changed text with its summaries", latest, next, null],
    ["the first one, without summary", null, { ...next, summaries: [null, null] }, null],
    [
      "a day before that of the version it follows",
      latest,
      { ...next, effectiveFrom: day(9) },
      "effective-before-earlier-version",
    ],
    ["no summary in one language", latest, { ...next, summaries: ["New.", null] }, "change-summary-missing"],
    ["an empty summary", latest, { ...next, summaries: ["", "Nuevo."] }, "change-summary-missing"],
    ["nothing new in any language", latest, { ...next, texts: latest.texts }, "text-unchanged"],
    ["the same words, for a year", latest, { ...next, texts: latest.texts, answersLastMonths: 12 }, null],
    ["the same words in one language fewer", latest, { ...next, texts: { en: "a" } }, null],
    ["the same words in one language more", { ...latest, texts: { en: "c" } }, next, null],
    ["something new in one language", latest, { ...next, texts: { ...latest.texts, es: "d" } }, null],
  ])("%s", (_, before, given, refusal) => {
    expect(whyNotPublish(before, given)).toBe(refusal);
  });
});

test("a privacy notice is acknowledged, everything else consented to", () => {
  expect(isAcknowledged("privacy-notice")).toBe(true);
  expect(isAcknowledged("recording-consent")).toBe(false);
});
