import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { intentSentences, spokenIntent } from "@/lib/answers/wording";
import { type Language, languages } from "@/lib/languages";
import {
  type Meaning,
  meanings,
  type SignedItem,
  type SignedRecord,
  type TradeOffMeaning,
} from "@/verifier/record";
import { whyTextDiffers } from "./compare-text";
import { exampleRecord } from "./example-record.fixture";
import { exampleTradeOff } from "./example-trade-off.fixture";
import { whyNotDrawable } from "./fonts";
import { markSha256 } from "./mark";
import { sentences } from "./sentences";
import { renderSignedDocument } from "./signed-document";

const withdrawal = {
  id: "019ab0f1-0000-7000-8000-000000000009",
  withdrawnAt: "2026-12-01T10:00:00.000Z",
  itemIds: ["019ab0f0-0000-7000-8000-000000000101"],
  earlier: [
    {
      id: "019ab0f1-0000-7000-8000-000000000008",
      withdrawnAt: "2026-11-25T10:00:00.000Z",
      itemIds: ["019ab0f0-0000-7000-8000-000000000103"],
    },
  ],
};

const kinds = languages.flatMap((language) => meanings.map((meaning) => [language, meaning] as const));

test.each(kinds)("a document in %s that %s reads as it did", async (language, meaning) => {
  const signed = recordOf(meaning, language);
  const pdf = await renderSignedDocument(signed, meaning === "refuses" ? [wave] : null);
  expect(await whyTextDiffers(pdf, signed)).toBeNull();
  expect(overlaps(pdf)).toEqual([]);
  await expect(poppler(pdf)).toMatchFileSnapshot(`./snapshots/${language}-${meaning}.txt`);
});

test.each([
  ["en", "Whoever reads the mailbox on file", "No name was given."],
  ["es", "Quien lee el correo registrado", "No se dio ningún nombre."],
] as const)("in %s a press by somebody who gave no name names nobody", async (language, who, how) => {
  const taken = recordOf("withdraws", language);
  const signed = { ...taken, signer: { printedName: null, capacity: null } };
  const pdf = await renderSignedDocument(signed);
  expect(await whyTextDiffers(pdf, signed)).toBeNull();
  expect(poppler(pdf)).toContain(who);
  expect(poppler(pdf)).toContain(how);
  expect(poppler(pdf)).not.toMatch(/typed|escribió/);
});

test.each(languages)(
  "in %s it says that the browser showed other words, where the page saw it",
  async (language) => {
    const plain = recordOf("consents", language);
    const signed: SignedRecord = { ...plain, evidence: { ...plain.evidence, rewritten: true } };
    const pdf = await renderSignedDocument(signed);
    expect(await whyTextDiffers(pdf, signed)).toBeNull();
    expect(await whyTextDiffers(pdf, plain)).toBeNull();
    expect(await whyTextDiffers(await renderSignedDocument(plain), signed)).not.toBeNull();
  },
);

test.each(languages)(
  "in %s what was said aloud names who noted it and how, and shows no signature",
  async (language) => {
    const taken = recordOf("withdraws", language);
    const signed: SignedRecord = {
      ...taken,
      signer: { printedName: null, capacity: null },
      answer: { ...taken.answer, intent: spokenIntent[language] },
      notedBy: { staffId: "019ab0f0-0000-7000-8000-00000000000a", name: "Dr. Reyes" },
      evidence: { ...taken.evidence, mark: "spoken", route: "phone" },
    };
    const pdf = await renderSignedDocument(signed);
    expect(await whyTextDiffers(pdf, signed)).toBeNull();
    expect(overlaps(pdf)).toEqual([]);
    await expect(poppler(pdf)).toMatchFileSnapshot(`./snapshots/${language}-withdraws-aloud.txt`);
  },
);

test("however long a field, a cell or a name is, nothing is drawn below the paper or over something else", async () => {
  const { items, disclosure, ...rest } = exampleRecord();
  const long = "Words that go on and on, as they sometimes do. ".repeat(120);
  const record: SignedRecord = {
    ...rest,
    items: items.map((item) => ({ ...item, label: long.slice(0, 1_500), whatFor: long })),
    disclosure: {
      ...disclosure,
      title: long.slice(0, 300),
      inShort: long,
      body: `| a | b |\n|---|---|\n| ${long} | c |`,
    },
    signer: { printedName: "Ana ".repeat(30).trim(), capacity: "proxy" },
  };
  const pdf = await renderSignedDocument(record);
  expect(await whyTextDiffers(pdf, record)).toBeNull();
  expect(overlaps(pdf)).toEqual([]);
  expect(
    wordsOf(pdf)
      .flat()
      .filter((word) => word.bottom > 792 - 30 || word.right > 612 - 50),
  ).toEqual([]);
});

test("an answer that ends by itself says through which day it counts", async () => {
  const { answer } = exampleRecord();
  const ending = exampleRecord({ answer: { ...answer, expiresAt: "2027-03-01T08:00:00.000Z" } });
  const page = poppler(await renderSignedDocument(ending));
  expect(page).toMatch(/Counts through +February 28, 2027/);
  expect(poppler(await renderSignedDocument(exampleRecord()))).not.toContain("Counts through");
});

test("the same record gives the same bytes", async () => {
  const once = await renderSignedDocument(exampleRecord());
  expect((await renderSignedDocument(exampleRecord())).equals(once)).toBe(true);
});

test("paper follows the practice: Letter in America, A4 elsewhere", async () => {
  const { practice } = exampleRecord();
  const inMadrid = exampleRecord({ practice: { ...practice, timeZone: "Europe/Madrid" } });
  expect(info(await renderSignedDocument(exampleRecord()))).toMatch(/Page size: +612 x 792 pts/);
  expect(info(await renderSignedDocument(inMadrid))).toMatch(/Page size: +595\.\d+ x 841\.\d+ pts/);
});

test("the file says what it is, who made it and in which language, and holds no script, form or link", async () => {
  const pdf = await renderSignedDocument(exampleRecord());
  expect(info(pdf)).toMatch(
    /Title: +Recording our sessions · Document 019ab0f2[\s\S]*Author: +Hollis Marr Psychotherapy/,
  );
  expect(info(pdf)).toMatch(/Form: +none[\s\S]*JavaScript: +no[\s\S]*PDF version: +1\.7/);
  expect(pdf.toString("latin1")).toContain("/Lang (en)");
  expect(pdf.toString("latin1")).not.toMatch(/\/(URI|Annots|JS|AcroForm)\b/);
});

test("no sentence calls the signature what it is not, and every sentence can be drawn", () => {
  const words = JSON.stringify(sentences, (_, value) =>
    typeof value === "function" ? String(value) : value,
  );
  expect(words).not.toMatch(/advanced|qualified|digitally|avanzada|cualificada|digitalmente/i);
  expect(words).not.toMatch(/\b(never|100 %|guaranteed|permanently|nunca|garantizado|para siempre)\b/i);
  expect(whyNotDrawable(words)).toBeNull();
});

const wave = Array.from({ length: 80 }, (_, i): [number, number] => [20 + i * 7, 100 + Math.sin(i / 5) * 60]);

function recordOf(meaning: Meaning, language: Language): SignedRecord {
  if (meaning === "acknowledges-trade-off" || meaning === "explains-trade-off")
    return exampleTradeOff(meaning, language);
  const { answer, evidence, items, ...record } = exampleRecord({ language, meaning });
  const signed = {
    ...record,
    answer: { ...answer, intent: intentSentences[meaning][language] },
    evidence,
    items: itemsFor(meaning, items),
  };
  if (meaning === "refuses")
    return { ...signed, evidence: { ...evidence, mark: "drawn", markSha256: markSha256([wave]) } };
  if (meaning !== "withdraws") return signed;
  return { ...signed, withdrawal, evidence: { ...evidence, mark: "pressed" } };
}

function itemsFor(meaning: Exclude<Meaning, TradeOffMeaning>, items: SignedItem[]): SignedItem[] {
  switch (meaning) {
    case "acknowledges-receipt":
      return items.slice(0, 1).map((item) => ({ ...item, ...notice, answer: "yes" }));
    case "declines-receipt":
      return items.slice(0, 1).map((item) => ({ ...item, ...notice, answer: "no" }));
    case "refuses":
      return items.map((item) => ({ ...item, answer: "no" }));
    case "consents":
      return items.map((item) => (item.required ? item : { ...item, answer: null }));
    case "withdraws":
      return items;
  }
}

/** A notice says of itself little more than that it came. */
const notice = {
  label: "I received this notice",
  whatFor: "Yes only says that it reached you.",
  whoSees: "",
  where: "",
  until: "",
  copy: "",
};

function poppler(pdf: Buffer) {
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
}

type Word = { text: string; left: number; top: number; right: number; bottom: number };

/** Pairs of words drawn over each other. */
function overlaps(pdf: Buffer) {
  return wordsOf(pdf).flatMap((words) =>
    words.flatMap((word, index) =>
      words
        .slice(index + 1)
        .filter((other) => isOver(word, other))
        .map((other) => `${word.text} / ${other.text}`),
    ),
  );
}

function wordsOf(pdf: Buffer): Word[][] {
  const html = execFileSync("pdftotext", ["-bbox", "-", "-"], { input: pdf, encoding: "utf8" });
  return html.split("<page ").map((page) =>
    [...page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</g)].map(
      ([, left, top, right, bottom, text = ""]) => ({
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }),
    ),
  );
}

/** Line boxes may touch; words may not share more than a fifth of their height and any of their width. */
function isOver(a: Word, b: Word) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0.5 && height > (a.bottom - a.top) / 5;
}

function info(pdf: Buffer) {
  return execFileSync("pdfinfo", ["-"], { input: pdf, encoding: "utf8" });
}
