import { describe, expect, test } from "vitest";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { languages } from "@/lib/languages";
import { readabilityOf, sentencesIn } from "./readability";
import { syllables } from "./syllables";

const saying = (body: string) => ({ title: "", inShort: "", body, items: [] });

test.each([
  ["en", "no", 1],
  ["en", "session", 2],
  ["en", "recording", 3],
  ["en", "information", 4],
  ["es", "no", 1],
  ["es", "sesión", 2],
  ["es", "grabación", 3],
  ["es", "oír", 2],
  ["es", "día", 2],
  ["es", "teatro", 3],
  ["es", "quien", 1],
  ["es", "que", 1],
  ["es", "guerra", 2],
  ["es", "pingüino", 3],
  ["es", "ley", 1],
  ["es", "y", 1],
  ["es", "ahora", 3],
  ["es", "confidencialidad", 6],
  ["es", "ciudad", 2],
  ["es", "averiguáis", 4],
  ["es", "12", 1],
] as const)("%s: %s has %i syllables", (language, word, count) => {
  expect(syllables(word, language)).toBe(count);
});

describe("reading", () => {
  test.each([
    ["en", "I ask you first. You can say no. We talk about it.", "easy"],
    [
      "en",
      "Practitioners occasionally incorporate supplementary telecommunications infrastructure, notwithstanding considerable organizational responsibilities regarding confidentiality.",
      "hard",
    ],
    ["es", "Antes le pregunto. Puede decir que no. Lo hablamos.", "easy"],
    [
      "es",
      "Los profesionales incorporan ocasionalmente infraestructuras suplementarias de telecomunicaciones, independientemente de considerables responsabilidades organizativas relativas a la confidencialidad.",
      "hard",
    ],
  ] as const)("%s: %s", (language, body, ease) => {
    expect(readabilityOf(saying(body), language).ease).toBe(ease);
  });

  test("sentences of more than 18 words are listed, and one of 18 is not", () => {
    const words = (count: number) => `${Array.from({ length: count }, () => "So").join(" ")}.`;
    expect(readabilityOf(saying(`${words(18)} ${words(19)}`), "en").longSentences).toEqual([words(19)]);
  });

  test("a heading, a cell and a title's stop end no sentence", () => {
    expect(sentencesIn("Why I ask\nI am Dr. Elena Reyes. Ask me!")).toEqual([
      "I am Dr Elena Reyes.",
      "Ask me!",
    ]);
  });

  test("minutes count all that is read: title, short form, text and uses", () => {
    const long = "word ".repeat(390);
    const use = { label: long, whatFor: "", whoSees: "", where: "", until: "", copy: "", required: true };
    expect(readabilityOf(saying(long), "en").minutes).toBe(2);
    expect(readabilityOf({ ...saying(long), items: [use] }, "en").minutes).toBe(4);
    expect(readabilityOf(saying(""), "en")).toEqual({ minutes: 1, ease: "easy", longSentences: [] });
  });

  test.each(languages)("the demo's texts are not hard, in %s", (language) => {
    for (const { versions } of demoDisclosures) {
      for (const { texts } of versions) {
        expect(readabilityOf({ ...texts[language], items: [] }, language).ease).not.toBe("hard");
      }
    }
  });
});
