import { expect, test } from "vitest";
import type { DraftContent } from "./draft-content";
import { draft, draftItem, draftText } from "./drafts.fixture";
import { followingEnglish, type KeptFact } from "./following-english";
import { draftSha256 } from "./version-of-draft";

const before = draft();
const english = draft({ texts: { ...before.texts, en: draftText({ body: "Another." }) } });
const spanish = draft({ texts: { ...before.texts, es: draftText({ title: "Otro" }) } });
const both = draft({ texts: { en: english.texts.en, es: spanish.texts.es } });
const use = draftItem();
const inUse = (language: "en" | "es") => ({
  items: [{ ...use, texts: { ...use.texts, [language]: { ...use.texts[language], until: "A year." } } }],
});

test.each<[string, DraftContent, "behind" | null]>([
  ["nothing changed", before, null],
  ["English changed alone", english, "behind"],
  ["English changed alone, in a use", draft(inUse("en")), "behind"],
  ["Spanish changed alone", spanish, null],
  ["both changed", both, null],
  ["English changed in the text, Spanish in a use", { ...english, ...inUse("es") }, null],
  ["a number changed, which is said in both", draft({ items: [draftItem({ mostViewers: 6 })] }), null],
  ["English and a number changed", { ...english, items: [draftItem({ mostViewers: 6 })] }, "behind"],
  ["spaces at the end", draft({ texts: { ...before.texts, en: draftText({ title: "Recording " }) } }), null],
  ["a use was added and written in English", draft({ items: [use, draftItem({ key: "b" })] }), null],
  ["there is no Spanish", draft({ texts: { ...english.texts, es: null } }), null],
])("Spanish, when %s", (_, content, is) => {
  expect(followingEnglish(content, before, "es", [])?.is ?? null).toBe(is);
  expect(followingEnglish(content, before, "en", [])).toBeNull();
});

const noted = { notedAt: new Date("2026-01-12"), notedBy: "Dr. Reyes" };
const kept: KeptFact = {
  language: "es",
  ...noted,
  textSha256: draftSha256(english, "es") ?? "",
  englishSha256: draftSha256(english, "en") ?? "",
};

test("it needs no change for exactly the English text it was said of", () => {
  expect(followingEnglish(english, before, "es", [kept])).toEqual({ is: "kept", ...noted });
  const again = draft({ texts: { ...before.texts, en: draftText({ body: "Another one." }) } });
  expect(followingEnglish(again, before, "es", [kept])).toMatchObject({ is: "behind" });
});
