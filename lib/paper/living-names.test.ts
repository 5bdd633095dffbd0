import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName, whyNotName } from "@/lib/typed-name";
import { whyTextDiffers } from "./compare-text";
import { exampleItem, exampleRecord } from "./example-record.fixture";
import { whyNotDrawable } from "./fonts";
import { renderSignedDocument } from "./signed-document";

const letters = (...all: string[]) => fc.constantFrom(...all.join(" ").split(" "));
const sometimes = (marks: string) => fc.constantFrom("", "", ...marks);
const tones = sometimes("\u0300\u0301\u0304");
const points = fc
  .tuple(sometimes("\u05b0\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bb"), sometimes("\u05bc\u05bf"))
  .map((all) => all.join(""));

/** A letter of each language with what its writing puts on it. */
const written: Record<string, fc.Arbitrary<string>> = {
  Yoruba: fc.oneof(
    letters("b d f gb h j k l p r s ṣ t w y Ṣ B"),
    fc.tuple(letters("a e ẹ i o ọ u m n A Ẹ Ọ"), tones).map((all) => all.join("")),
  ),
  Igbo: fc.oneof(
    letters("b ch d gb gw kp nw ny z"),
    fc.tuple(letters("a e i ị o ọ u ụ Ị Ọ Ụ"), tones).map((all) => all.join("")),
  ),
  Navajo: fc.oneof(
    letters("b ch chʼ d dz gh h hw k kw ł m n s sh tł tłʼ zh ʼ Ł"),
    fc.tuple(letters("a ą e ę i į o ǫ A Ą Į Ǫ"), sometimes("\u0301")).map((all) => all.join("")),
  ),
  Guaraní: letters("a ã e ẽ g g̃ h i ĩ j k l m mb nd ñ o õ p r rr s t u ũ v y ỹ ʼ G̃ Ỹ Ẽ"),
  "stressed Russian": fc.oneof(
    letters("б в г д ж з к л м н п р с т ф х ц ч ш щ ь й Б Щ"),
    fc.tuple(letters("а е и о у ы э ю я А Е О Я"), sometimes("\u0301")).map((all) => all.join("")),
  ),
  "stressed Lithuanian": fc.oneof(
    letters("b c č d g k l m n p r s š t v z ž"),
    fc.tuple(letters("a ą e ę ė i į o u ų ū"), sometimes("\u0300\u0301\u0303")).map((all) => all.join("")),
  ),
  Hebrew: letters("א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת ם ן ץ ף ך"),
  "pointed Hebrew": fc.oneof(
    fc.tuple(letters("א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ת"), points).map((all) => all.join("")),
    fc.tuple(fc.constant("ש"), points, fc.constantFrom("\u05c1", "\u05c2")).map((all) => all.join("")),
  ),
  Thai: fc
    .tuple(
      letters("ก ข ค ง จ ฉ ช ซ ญ ฎ ฏ ฐ ฑ ฒ ณ ด ต ถ ท ธ น บ ป ผ ฝ พ ฟ ภ ม ย ร ล ว ศ ษ ส ห ฬ อ ฮ"),
      sometimes("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39"),
      sometimes("\u0e48\u0e49\u0e4a\u0e4b\u0e4c"),
      fc.constantFrom("", "", "า", "ะ"),
    )
    .map((all) => all.join("")),
  "Thai with sara am": fc
    .tuple(letters("ก ข ค ท น ป พ ส ห อ"), fc.constantFrom("", "\u0e48", "\u0e49"), fc.constant("\u0e33"))
    .map((all) => all.join("")),
};

test.each(Object.keys(written))(
  "any name of %s is drawn, and is read as it was typed",
  async (language) => {
    const word = fc
      .array(written[language] ?? fc.constant(""), { minLength: 2, maxLength: 8 })
      .map((all) => all.join(""));
    const name = fc.tuple(word, word).map((all) => cleanName(all.join(" ")));
    const sheet = fc.array(name, { minLength: 60, maxLength: 60 });
    await fc.assert(fc.asyncProperty(sheet, areReadBack), { numRuns: 1, endOnFailure: true });
  },
  120_000,
);

async function areReadBack(names: string[]) {
  expect(names.map((name) => whyNotName(name) ?? whyNotDrawable(name)).filter(Boolean)).toEqual([]);
  const items = names.map((label, at) => ({ ...exampleItem(at + 1, label, "yes"), id: `${at}` }));
  const record = exampleRecord({ items });
  const pdf = await renderSignedDocument(record);
  expect(await whyTextDiffers(pdf, record)).toBeNull();
  const read = withoutSpace(execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" }));
  expect(names.filter((name) => !read.includes(withoutSpace(name)))).toEqual([]);
}

/** Nor the marks of direction that Poppler writes around what runs to the left. */
const withoutSpace = (text: string) => text.normalize("NFC").replace(/[\s\u200e\u200f\u202a-\u202e]/g, "");
