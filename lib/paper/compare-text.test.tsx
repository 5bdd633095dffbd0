import { Document, Page, renderToBuffer, Text } from "@react-pdf/renderer";
import { beforeAll, describe, expect, test } from "vitest";
import type { SignedRecord } from "@/verifier/record";
import { whyTextDiffers } from "./compare-text";
import { drawnText } from "./drawn-text";
import { exampleItem, exampleRecord } from "./example-record.fixture";
import { renderSignedDocument } from "./signed-document";

const record = exampleRecord();
let pdf: Buffer;
beforeAll(async () => {
  pdf = await renderSignedDocument(record);
});

test("what was signed is what is drawn", async () => {
  expect(await whyTextDiffers(pdf, record)).toBeNull();
});

describe("a document that says something else is named", () => {
  const [first = exampleItem(1, "", "yes"), ...others] = record.items;
  test.each<[string, Partial<SignedRecord>, string]>([
    [
      "another patient",
      { patient: { ...record.patient, legalName: "Ben Ortega Aukasz" } },
      "Patient Ben Ortega Aukasz",
    ],
    ["another title", { disclosure: { ...record.disclosure, title: "Recording" } }, "Recording Practice"],
    [
      "a word more in the text",
      { disclosure: { ...record.disclosure, body: `${record.disclosure.body.trimEnd()} Never.` } },
      "Questions? Call me at +1 555 0100 (+15550100) or write to office@hollis-marr.example. Never.",
    ],
    ["another answer", { items: [{ ...first, answer: "no" }, ...others] }, `1. ${first.label} No`],
    ["an item less", { items: [...record.items, exampleItem(4, "To sell it", "yes")] }, "Yes 4. To sell it"],
    ["another purpose", { items: [{ ...first, whatFor: "For fun." }, ...others] }, "What for For fun."],
    [
      "another time",
      { answer: { ...record.answer, answeredAt: "2026-11-20T17:04:32.000Z" } },
      "Answered Friday, November 20, 2026 at 9:04:32 AM Pacific Standard Time",
    ],
    ["another document", { documentId: "019ab0f2-4c1e-7d33-9a51-000000000000" }, "the foot of page 1"],
    ["another language", { language: "es" }, "the foot of page 1"],
  ])("%s", async (_, change, missing) => {
    expect(await whyTextDiffers(pdf, { ...record, ...change })).toBe(missing);
  });
});

describe("of lines that run to the left", () => {
  const said = (inShort: string) => exampleRecord({ disclosure: { ...record.disclosure, inShort } });
  const text = `שָׂרָה כהן (3) Zoom, ${"ואני מסכימה לכך ".repeat(12)}.`;
  let drawn: Buffer;
  beforeAll(async () => {
    drawn = await renderSignedDocument(said(text));
  });

  test("what was signed is what is drawn", async () => {
    expect(await whyTextDiffers(drawn, said(text))).toBeNull();
  });

  test.each([
    ["another point", text.replace("שָׂ", "שָׁ")],
    ["another order of words", text.replace("כהן (3)", "(3) כהן")],
    ["other signs", text.replace("(3)", ")3(")],
    ["another number", text.replace("3", "4")],
    ["a word less", text.replace("לכך", "")],
    ["words of one line on another", text.replace(/^(\S+) (.*)$/, "$2 $1")],
  ])("%s is named", async (_, other) => {
    expect(await whyTextDiffers(drawn, said(other))).toContain(other.slice(0, 20).trim());
  });
});

test("a font that lacks a letter is found out", async () => {
  const wrong = await renderToBuffer(
    <Document>
      <Page>
        <Text style={{ fontFamily: "Helvetica" }}>{record.documentId}</Text>
        <Text style={{ fontFamily: "serif-latin" }}>Łukasz 李小龍</Text>
      </Page>
    </Document>,
  );
  expect((await drawnText(wrong)).join("")).not.toContain("Łukasz");
  expect(await whyTextDiffers(wrong, record)).toBe("the foot of page 1");
});

test("a long text over many pages, in tables and lists, is followed across every page", async () => {
  const body = Array.from({ length: 8 }, (_, part) => `${record.disclosure.body}\n\nPart ${part}`).join(
    "\n\n",
  );
  const long = exampleRecord({ disclosure: { ...record.disclosure, body } });
  expect(await whyTextDiffers(await renderSignedDocument(long), long)).toBeNull();
});

test("a word too long for its line is drawn without a hyphen of our own", async () => {
  const body = `See https://candor.example/${"abcdefghij/".repeat(30)} and ${"x".repeat(300)}.\n\n| a | b | c | d |\n|---|---|---|---|\n| ${"y".repeat(90)} | ${"Łódź".repeat(20)} | c | d |`;
  const long = exampleRecord({ disclosure: { ...record.disclosure, body } });
  expect(await whyTextDiffers(await renderSignedDocument(long), long)).toBeNull();
});
