import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { cleanName, whyNotName } from "@/lib/typed-name";
import { randomFrom } from "@/verifier/forgeries.fixture";
import type { SignedRecord } from "@/verifier/record";
import { whyTextDiffers } from "./compare-text";
import { exampleItem, exampleRecord } from "./example-record.fixture";
import { faceNames } from "./font-faces";
import { charactersIn, runsOf, whyNotDrawable } from "./fonts";
import { renderSignedDocument } from "./signed-document";

const drawable: Record<string, string[]> = {
  English: ["Siobhan O’Brien-Smith", "J. R. “Bob” Dobbs, Jr."],
  Spanish: ["José Ñáñez Güell", "Begoña Íñiguez de la Peña"],
  Portuguese: ["João Conceição", "Antônio Brandão"],
  French: ["Zoë Lefèbvre", "Noël Œuvrard", "Loïc d’Ïle"],
  German: ["Jürgen Weiß", "GROẞE Ärztin"],
  Polish: ["Łukasz Żółć", "Wąż Ćwiękała Źrebię"],
  Czech: ["Jiří Dvořák", "Šárka Ťažká Ňuňa"],
  Hungarian: ["Őrsi Ű Győző"],
  Turkish: ["İbrahim Şıklı Çağrı Ğ"],
  Romanian: ["Ștefan Țurcanu Ăâî"],
  Icelandic: ["Þórður Æðarson"],
  Maltese: ["Ġorġ Ħaż-Żebbuġ"],
  Latvian: ["Ģirts Ķēniņš Ļ"],
  Welsh: ["Siân Ŵyn Ŷ"],
  Vietnamese: ["Nguyễn Thị Ánh", "Đặng Hữu Phước", "Trần Quốc Tuấn"],
  Hawaiian: ["Kaʻahumanu", "Keōpūolani"],
  Hausa: ["Ɓala Ɗan"],
  Azerbaijani: ["Əliyev Məmməd"],
  Russian: ["Ирина Щукина", "Пётр Ёлкин"],
  Ukrainian: ["Їжакевич Ґалаґан Є"],
  Serbian: ["Љубица Његош Ђорђе Џони Ћосић"],
  Kazakh: ["Әсел Қайрат Ұлы Өмір Һ"],
  Greek: ["Γιώργος Παπαδόπουλος", "ΐΰ Ώμέγα"],
  "polytonic Greek": ["Ἀθηνᾶ Ὅμηρος"],
  Hebrew: ["שרה כהן", "משה בן־דוד", "(לאה) רחל ".repeat(9).trim()],
  "pointed Hebrew": ["שָׂרָה כֹּהֵן", "נֹחַ", "יְהוֹשֻׁעַ בֶּן־נוּן"],
  Yiddish: ["מאַטל ייִדיש", "פֿאָגל ײַ"],
  Armenian: ["Արամ Խաչատրյան", "Արմեն Մնացականյան", "Կամի Ուրու"],
  Georgian: ["გიორგი ბერიძე"],
  Thai: ["สมชาย ใจดี", "ทิพย์ ที่รัก", "ปู่ กุ้ง ญี่ปุ่น", "น้ำฝน อำไพ คำ", "ฬุ่"],
  Navajo: ["Tʼááłáʼí Bilą́ą́ Ahę́ Ǫǫ́", "Jį́ Yázhí"],
  Yoruba: ["Adébáyọ̀ Ọláìyá", "Ẹ̀kọ́ Ṣẹ́gun", "Ọ̀ṣun"],
  Igbo: ["Chị́nyẹ́rẹ̀ Ọ̀kọ̀ńkwọ́"],
  "stressed Lithuanian": ["Jõnas Kazlaũskas", "Rū́ta Žemáitė̃ į̃"],
  Guaraní: ["G̃uarani ag̃a"],
  "stressed Russian": ["Ивано́в Щу́кина"],
  mixed: ["Anna שרה Łopez", "מִרְיָם (שְׁלֹמִית) 3 Anna", "Иван (Ivan) Ђ", "Σοφία-Łucja Nguyễn"],
};

const refused: Record<string, [name: string, character: string, codePoint: string]> = {
  Arabic: ["محمد علي", "م", "U+0645"],
  Chinese: ["李小龍", "李", "U+674E"],
  Japanese: ["さくら", "さ", "U+3055"],
  Korean: ["김민수", "김", "U+AE40"],
  Devanagari: ["प्रिया", "प्रि", "U+092A U+094D U+0930 U+093F"],
  Bengali: ["রহিম", "র", "U+09B0"],
  Tamil: ["முருகன்", "மு", "U+0BAE U+0BC1"],
  Khmer: ["សុខ", "សុ", "U+179F U+17BB"],
  Amharic: ["አበበ", "አ", "U+12A0"],
  Cherokee: ["ᏣᎳᎩ", "Ꮳ", "U+13E3"],
  "Hausa with hooked k": ["Ƙano", "Ƙ", "U+0198"],
  "Hebrew with a sign of chanting over its vowel": ["אָ֑", "אָ֑", "U+05D0 U+05B8 U+0591"],
  "Hebrew with two vowels": ["בִָ", "בִָ", "U+05D1 U+05B4 U+05B8"],
  "Thai vowels without their letter": ["ำ", "ำ", "U+0E33"],
  "a heap of accents": ["e\u0323\u0300\u0308", "ẹ\u0300\u0308", "U+1EB9 U+0300 U+0308"],
  "a mark without its letter": ["\u05b8 Ben", "\u05b8", "U+05B8"],
  "an accent without its letter": ["\u0301Ben", "\u0301", "U+0301"],
  "a fraction": ["1\u20442", "\u2044", "U+2044"],
  "a hook that joins its letter": ["\u0259\u02de", "\u02de", "U+02DE"],
  "an Armenian ligature": ["\ufb13", "\ufb13", "U+FB13"],
  "Thai with a heap of marks": ["ก\u0e34\u0e48\u0e49", "ก\u0e34\u0e48\u0e49", "U+0E01 U+0E34 U+0E48 U+0E49"],
  emoji: ["Ana 🙂", "🙂", "U+1F642"],
  "an emoji family": ["👩‍👧", "👩‍👧", "U+1F469 U+200D U+1F467"],
  "private use": ["A\ue000", "\ue000", "U+E000"],
  "a soft hyphen": ["An\u00adna", "\u00ad", "U+00AD"],
  "a zero-width space": ["An\u200bna", "\u200b", "U+200B"],
  "a right-to-left override": ["A\u202eb", "\u202e", "U+202E"],
  NUL: ["A\0b", "\0", "U+0000"],
  "a lone surrogate": ["A\ud83d", "\ud83d", "U+D83D"],
};

describe("a name is drawn as it was typed", () => {
  test.each(Object.entries(drawable))("%s", async (_, names) => {
    const name = names.join(" / ");
    expect(whyNotDrawable(name)).toBeNull();
    const record = signedBy(name);
    const pdf = await renderSignedDocument(record);
    expect(await whyTextDiffers(pdf, record)).toBeNull();
    const read = poppler(pdf);
    expect(names.filter((each) => !isMixed(each) && !read.includes(withoutSpace(each)))).toEqual([]);
  });
});

/** Poppler orders what runs both ways on a line by a rule of its own. */
const isMixed = (name: string) => /\p{Script=Hebrew}/u.test(name) && /[\p{Script=Latin}()]/u.test(name);

test("whatever name may be signed comes back out of the file, whatever was drawn before it", async () => {
  const random = randomFrom(Number(process.env.NAME_SEED ?? 20_261_123));
  for (let sheet = 0; sheet < Number(process.env.NAME_SHEETS ?? 4); sheet++) {
    const names = Array.from({ length: 120 }, () => nameOf(random)).filter((name) => !whyNotSignable(name));
    expect(names.length).toBeGreaterThan(20);
    const { items, ...record } = exampleRecord({ signer: { printedName: names[0] ?? "", capacity: "self" } });
    const labelled = names.map((label, index) => ({ ...exampleItem(index, label, "yes"), id: `${index}` }));
    const signed = { ...record, items: labelled };
    expect(await whyTextDiffers(await renderSignedDocument(signed), signed)).toBeNull();
  }
}, 120_000);

/** Letters of one or two faces, marks beside them, and what fonts join or change. */
function nameOf(random: () => number): string {
  const oneOf = <Kind,>(all: readonly Kind[]): Kind => all[Math.floor(random() * all.length)] as Kind;
  const [one, two] = [oneOf(faceNames), oneOf(faceNames)].map(charactersIn);
  const pieces = [
    "ffi",
    "ft",
    "1\u20442",
    "½",
    "\u0259\u02de",
    "մն",
    "մե",
    "її",
    "ïï",
    "\u0301",
    "\u05b8",
    " ",
    "’",
  ];
  const length = 3 + Math.floor(random() * 20);
  const letters = Array.from({ length }, () => {
    const kind = random();
    return kind < 0.1 ? oneOf(pieces) : oneOf((kind < 0.75 ? one : two) ?? [""]);
  });
  return cleanName(letters.join(""));
}

const whyNotSignable = (name: string) => whyNotName(name) ?? whyNotDrawable(name);

describe("a name that would be drawn wrongly is refused with its first such character", () => {
  test.each(Object.entries(refused))("%s", (_, [name, character, codePoint]) => {
    expect(whyNotDrawable(name)).toEqual({ character: character.normalize("NFC"), codePoint });
  });
});

test("a decomposed name is drawn composed", () => {
  expect(whyNotDrawable("Nu\u0301n\u0303ez")).toBeNull();
  expect(runsOf("Nu\u0301n\u0303ez", "serif")).toEqual([{ text: "Núñez", face: "serif-latin" }]);
});

test("line ends, tabs and no-break spaces are layout, not letters", () => {
  expect(whyNotDrawable("a\r\nb\tc\u00a0d\u202fe")).toBeNull();
});

test("text nobody asked about beforehand is not drawn in silence", async () => {
  await expect(renderSignedDocument(signedBy("李小龍"))).rejects.toThrow("U+674E");
});

test("what one document drew does not change how the next is read", async () => {
  for (const name of ["Jiří í ì", "ıı Şıklı", "Jiří í ì", "ĵ ğ ŷ"]) {
    const record = signedBy(name);
    expect(await whyTextDiffers(await renderSignedDocument(record), record)).toBeNull();
  }
});

test("a letter and its marks are the same in every cut of a face", async () => {
  const { disclosure, ...record } = signedBy("שָׂרָה ọ̀");
  const said = { ...record, disclosure: { ...disclosure, inShort: "לֵאָה Ẹ̀", body: "**רָחֵל** *ọ̀* נֹחַ" } };
  expect(await whyTextDiffers(await renderSignedDocument(said), said)).toBeNull();
});

test("every character the fonts claim comes back out of the file", async () => {
  const lines = (
    allDrawable()
      .join("")
      .match(/.{1,30}/gu) ?? []
  ).map((line) => line.replace(/[!-/:-@[-`{-~]/g, "\\$&"));
  const record = signedBy("Ana", lines.join("\n\n"));
  expect(await whyTextDiffers(await renderSignedDocument(record), record)).toBeNull();
});

function allDrawable() {
  return Array.from({ length: 0x2_0000 }, (_, codePoint) => codePoint)
    .filter((codePoint) => codePoint > 0x20 && (codePoint < 0xd800 || codePoint > 0xdfff))
    .map((codePoint) => String.fromCodePoint(codePoint))
    .filter((character) => !/\p{M}/u.test(character) && !whyNotDrawable(character));
}

function signedBy(name: string, body = "A short text."): SignedRecord {
  const record = exampleRecord({ signer: { printedName: name, capacity: "self" }, items: [] });
  return {
    ...record,
    patient: { ...record.patient, legalName: name },
    disclosure: { ...record.disclosure, body },
  };
}

function poppler(pdf: Buffer) {
  const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
  return withoutSpace(text.replace(/[\u200e\u200f\u202a-\u202e]/g, ""));
}

function withoutSpace(text: string) {
  return text.normalize("NFC").replace(/\s/g, "");
}
