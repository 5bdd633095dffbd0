import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { SignedRecord } from "@/verifier/record";
import { whyTextDiffers } from "./compare-text";
import { exampleItem, exampleRecord } from "./example-record.fixture";
import { renderSignedDocument } from "./signed-document";

const sentence = "This is a sentence of ordinary length that a therapist might write about storage.";
const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at));
const points = (count: number) =>
  `- What I store:\n\n${many(count, () => `  - ${sentence}\n`).join("\n")}\nAfter.`;
const table = (head: string, rows: string[]) => [head, head.replace(/[^|]+/g, "-"), ...rows].join("\n");

test.each([
  ["short sections in a row", many(8, (at) => `## Section ${at}\n\n${sentence} ${sentence}\n`).join("\n")],
  ["many more of them", many(40, (at) => `### Section ${at}\n\n${sentence}\n`).join("\n")],
  ["headings with nothing between them", many(60, (at) => `## Heading ${at}\n`).join("\n")],
  ["a point taller than a page", `- ${`${sentence} `.repeat(90)}\n- The next.`],
  ["points within a point taller than a page", points(40)],
  ["a row taller than a page", table("| a | b |", [`| ${`${sentence} `.repeat(90)} | c |`])],
  [
    "a long cell in a narrow column",
    table("| a | b | c | d | e | f |", [`| ${"word ".repeat(170)} | b | c | d | e | f |`]),
  ],
  [
    "a table of more columns than fit",
    table(`|${" a |".repeat(20)}`, [`|${" electroencephalographically |".repeat(20)}`]),
  ],
  ["lists within lists", many(12, (at) => `${"    ".repeat(at)}- ${sentence}\n`).join("\n")],
  ["numbers wider than a mark", many(30, (at) => `${123_456_789 + at}. ${sentence}\n`).join("\n")],
])("%s are drawn whole, with every page's head and foot", async (_, body) => {
  const { disclosure } = exampleRecord();
  for (const timeZone of ["America/Los_Angeles", "Europe/Madrid"]) {
    const record = ofText({ disclosure: { ...disclosure, body } }, timeZone);
    const pages = await pagesOf(record);
    expect(pages.filter((page) => linesOf(page).length < 3)).toEqual([]);
  }
});

test.each([
  ["a paragraph", `${sentence} `.repeat(8)],
  ["a list", points(3)],
  [
    "a table",
    table("| Place | What it is |", [`| Here | ${sentence} ${sentence} |`, "| There | Nothing. |"]),
  ],
  ["a table taller than a page", table("| a | b |", [`| ${`${sentence} `.repeat(90)} | c |`])],
])("a page never ends with the heading over %s, wherever it turns", async (_, under) => {
  for (const lines of [17, 18, 19, 20, 21, 22]) {
    const body = `${many(lines, (at) => `Line ${at}\n`).join("\n")}\n## The heading\n\n${under}`;
    const pages = await pagesOf(ofText({ disclosure: { ...exampleRecord().disclosure, body } }));
    const ends = pages.map((page) => linesOf(page).at(-2));
    expect(ends).not.toContain("The heading");
  }
});

test("a table says its head again on each page it goes on to, and never without a row", async () => {
  const rows = many(70, (at) => `| Row ${at} | ${sentence} | Me |`);
  for (const before of [0, 6, 9, 12, 15]) {
    const body = `${many(before, (at) => `Line ${at}\n`).join("\n")}\n${table("| Place | What it is | Whose |", rows)}`;
    const pages = await pagesOf(ofText({ disclosure: { ...exampleRecord().disclosure, body } }));
    const withRows = pages.filter((page) => /^\s*Row \d/m.test(page));
    expect(withRows.length).toBeGreaterThan(2);
    expect(pages.filter((page) => page.includes("What it is"))).toEqual(withRows);
  }
});

test("a narrow column leaves its width to the one that needs it", async () => {
  const body = table("| No | What happens to it | Yes |", [
    `| 1 | ${sentence} ${sentence} ${sentence} | x |`,
  ]);
  const pages = await pagesOf(ofText({ disclosure: { ...exampleRecord().disclosure, body } }));
  const lines = linesOf(pages.find((page) => page.includes("What happens")) ?? "");
  const from = lines.findIndex((line) => line.includes("What happens"));
  const to = lines.findIndex((line) => line.startsWith("Each use"));
  expect(to - from - 1).toBeLessThanOrEqual(4);
});

test("a signature stands on no page without some of what it is under", async () => {
  const label = "So that I can look back at a session";
  for (const lines of many(16, (at) => `${at}`).keys()) {
    const items = many(3, () => label).map((words, at) => exampleItem(at + 1, words, "yes"));
    const long = items.map((item) => ({
      ...item,
      copy: `${sentence} `.repeat(lines % 2 === 0 ? 1 : 7).trim(),
    }));
    const body = many(lines, (at) => `Line ${at}\n`).join("\n");
    const pages = await pagesOf(ofText({ items: long, disclosure: { ...exampleRecord().disclosure, body } }));
    const signed = pages.find((page) => page.includes("Name typed as signature")) ?? "";
    expect(signed).toContain("This could be left open.");
  }
});

test("a signature below no use stands whole under its heading, wherever the page turns", async () => {
  for (const lines of [8, 10, 12, 14, 16, 18, 20]) {
    const body = many(lines, (at) => `Line ${at}\n`).join("\n");
    const record = ofText({ items: [], disclosure: { ...exampleRecord().disclosure, body } });
    const signed = (await pagesOf(record)).find((page) => page.includes("Name typed as signature")) ?? "";
    expect(signed).toContain("Each use and its answer");
    expect(signed).toMatch(/Answered .*\s+2026-11-20 17:04:31 UTC/);
  }
});

function ofText(change: Partial<SignedRecord>, timeZone = "America/Los_Angeles") {
  const record = exampleRecord(change);
  return { ...record, practice: { ...record.practice, timeZone } };
}

/** What a reader sees of each page, once the seal's own comparison has found nothing missing. */
async function pagesOf(record: SignedRecord) {
  const pdf = await renderSignedDocument(record);
  expect(await whyTextDiffers(pdf, record)).toBeNull();
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  return text.split("\f").filter((page) => page !== "");
}

function linesOf(page: string) {
  return page
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
