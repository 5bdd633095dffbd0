import { describe, expect, test } from "vitest";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { disclosureKinds } from "@/lib/disclosures/kinds";
import { languages } from "@/lib/languages";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { en as english } from "@/locales/en/texts";
import { es as spanish } from "@/locales/es/texts";
import { insertFor, missingParts, mustSay } from "./must-say";
import { findPromises } from "./promises";
import { longestSentence, sentencesIn } from "./readability";

const saying = (body: string) => ({ title: "", inShort: "", body, items: [] });
const cases = disclosureKinds.flatMap((kind) =>
  languages.flatMap((language) => mustSay(kind).map((part) => ({ kind, language, part }))),
);
const aside = {
  en: "## The garden\n\nThe roses bloom in June. Bees like the lavender, and the cat sleeps under a bench.",
  es: "## El jardín\n\nLas rosas florecen en junio. A las abejas les gusta la lavanda y el gato duerme bajo un banco.",
};

describe("what a text must say", () => {
  test.each(cases)("$kind, $language: the paragraph for $part says it", ({ kind, language, part }) => {
    expect(missingParts(kind, saying(insertFor(part, language)), language)).not.toContain(part);
  });

  test.each(cases)(
    "$kind, $language: $part is missed in a text about a garden",
    ({ kind, language, part }) => {
      expect(missingParts(kind, saying(aside[language]), language)).toContain(part);
    },
  );

  test.each(cases)("$language: the paragraph for $part can be kept, read and drawn", ({ language, part }) => {
    const words = insertFor(part, language);
    expect(findPromises(words, language)).toEqual([]);
    expect(whyNotDrawable(words)).toBeNull();
    if (part !== "prescribed-header") {
      expect(
        sentencesIn(words).filter((sentence) => sentence.split(/\s+/).length > longestSentence + 6),
      ).toEqual([]);
    }
  });

  test("every part is named in both languages", () => {
    const keys = [...new Set(disclosureKinds.flatMap((kind) => mustSay(kind)))].sort();
    expect(Object.keys(english.mustSay).sort()).toEqual(keys);
    expect(Object.keys(spanish.mustSay).sort()).toEqual(keys);
  });

  test("electronic records say the seven things of the law", () => {
    expect(mustSay("electronic-records-consent")).toHaveLength(7);
  });

  test("accents, capitals and ways of writing a letter make no difference", () => {
    const said = insertFor("right-to-correct", "es");
    const ways = [said.toUpperCase(), said.normalize("NFD"), said.normalize("NFD").replace(/\p{M}/gu, "")];
    for (const way of ways) {
      expect(missingParts("privacy-notice", saying(way), "es")).not.toContain("right-to-correct");
    }
  });

  test("what a use says counts, and an empty field does not", () => {
    const use = {
      label: "I look back",
      whatFor: "",
      whoSees: "",
      where: "",
      until: "",
      copy: "",
      required: true,
    };
    const missed = (whoSees: string) =>
      missingParts("recording-consent", { ...saying(""), items: [{ ...use, whoSees }] }, "en");
    expect(missed("")).toContain("who-watches");
    expect(missed("Dr. Reyes.")).not.toContain("who-watches");
  });
});

describe.each(demoDisclosures)("the demo's text $key", ({ kind, versions }) => {
  test.each(languages)("says all of it, in %s", (language) => {
    const last = versions.at(-1);
    if (!last) throw new Error("no version");
    const { title, inShort, body } = last.texts[language];
    const items = last.items.map((item) => ({ ...item.texts[language], required: item.required }));
    expect(missingParts(kind, { title, inShort, body, items }, language)).toEqual([]);
  });
});
