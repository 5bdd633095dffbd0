import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { drawnText } from "./drawn-text";
import { exampleItem, exampleRecord } from "./example-record.fixture";
import { startsRightToLeft } from "./right-to-left";
import { renderSignedDocument } from "./signed-document";
import { style } from "./style";
import { lineWidth } from "./text-size";

test.each([
  ["שלום Zoom", true],
  ["3. (שלום)", true],
  ["“שָׁלוֹם”", true],
  ["Zoom שלום", false],
  ["3. (Zoom)", false],
  ["", false],
])("whether %j runs to the left is said by its first letter: %s", (text, expected) => {
  expect(startsRightToLeft(text)).toBe(expected);
});

describe("a text that runs to the left", () => {
  const base = exampleRecord({ signer: { printedName: "שרה (Sarah)", capacity: "self" } });
  const body = `## כותרת Zoom

פתיחה ${"ארוכה מאוד ".repeat(16)}Zoom.

- ראשונה 50%
  - Zoom, בלבד

| אאא | בבב |
|---|---|
| גגג | Zoom! |

Zoom שלנו.

${"מילה two words ".repeat(24)}`;
  let lines: string[];
  let words: Map<string, { from: number; to: number }>;

  beforeAll(async () => {
    const pdf = await renderSignedDocument({
      ...base,
      practice: { ...base.practice, timeZone: "Europe/Madrid" },
      patient: { ...base.patient, legalName: "נעם" },
      disclosure: { ...base.disclosure, title: "הכול", inShort: "בקצרה, Zoom.", body },
      items: [exampleItem(1, "לצפייה (Zoom)", "yes")],
    });
    lines = (await drawnText(pdf)).flatMap((page) => page.split("\n")).map((line) => line.trim());
    words = placesOf(pdf);
  });

  test.each([
    ["a title", reversed("הכול")],
    ["what is said in short", `.Zoom ,${reversed("בקצרה")}`],
    ["a heading", `Zoom ${reversed("כותרת")}`],
    ["a point, and a number with its sign", `50% ${reversed("ראשונה")}`],
    ["a point within, though it begins with a word of another script", `${reversed("בלבד")} ,Zoom`],
    ["a cell that holds no other letters", "!Zoom"],
    ["a use, with its number first", `)Zoom( ${reversed("לצפייה")} .1`],
    ["a name", `)Sarah( ${reversed("שרה")}`],
  ])("%s is in the order of its line", (_, line) => {
    expect(lines).toContain(line);
  });

  test("a paragraph that begins in Latin letters is not", () => {
    expect(lines).toContain(`Zoom ${reversed("שלנו")}.`);
  });

  test("the space a line ends with is not in its middle", () => {
    expect(lines.filter((line) => line.includes("words") && line.includes("  "))).toEqual([]);
  });

  test("it stands at the right, points are set in from there, and a table begins there", () => {
    const edge = style.page.paddingHorizontal + lineWidth;
    for (const word of ["הכול", "כותרת", "פתיחה"]) expect(words.get(word)?.to).toBeCloseTo(edge, 0);
    const [outer, inner] = [words.get("ראשונה")?.to ?? 0, words.get("בלבד")?.to ?? 0];
    expect(edge - outer).toBeGreaterThan(15);
    expect(outer - inner).toBeGreaterThan(15);
    expect(words.get("אאא")?.from).toBeGreaterThan(words.get("בבב")?.to ?? 0);
  });

  test("a name stays beside its label", () => {
    expect(words.get("נעם")?.from).toBeLessThan(200);
  });
});

const reversed = (text: string) => [...text].reverse().join("");

/** Where each word stands that is there once, or first, on the pages; Poppler gives it as it is seen. */
function placesOf(pdf: Buffer) {
  const found = execFileSync("pdftotext", ["-bbox", "-", "-"], { input: pdf, encoding: "utf8" });
  const places = new Map<string, { from: number; to: number }>();
  for (const [, from, to, word = ""] of found.matchAll(
    /<word xMin="([\d.]+)" .*?xMax="([\d.]+)".*?>(.*?)<\/word>/g,
  )) {
    const text = reversed(word);
    if (!places.has(text)) places.set(text, { from: Number(from), to: Number(to) });
  }
  return places;
}
