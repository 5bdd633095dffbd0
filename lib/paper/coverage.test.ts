import { beforeAll, expect, test } from "vitest";
import { type Face, faceNames } from "./font-faces";
import { charactersIn } from "./fonts";
import { charactersOf, outlines, registerFonts } from "./register-fonts";

const slants = ["normal", "italic"] as const;
type Style = (typeof slants)[number];

/**
 * Sara am is drawn as two glyphs that read back as two other letters; a fraction slash and a rhotic hook have the font
 * put other glyphs for what stands beside them.
 */
const neverDrawn = /[\u0e33\u2044\u02de\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/u;

beforeAll(registerFonts);

test("the coverage table is exactly what the embedded fonts can draw", async () => {
  const lines = await Promise.all(faceNames.map(async (face) => entry(asKey(face), await rangesOf(face))));
  await expect(
    `import type { Face } from "./font-faces";

/** Written by coverage.test.ts from the fonts themselves: \`vitest run lib/paper/coverage.test.ts -u\`. */
export const coverage: Record<Face, string> = {
${lines.join("\n")}
};
`,
  ).toMatchFileSnapshot("./coverage.ts");
});

test("the table of marks is exactly what the embedded fonts place over and under their letters", async () => {
  const tables: string[] = [];
  for (const face of faceNames) {
    const placed = await placedIn(face);
    if (placed.length > 0) tables.push(`  ${asKey(face)}: {\n${placed.join("\n")}\n  },`);
  }
  await expect(
    `import type { Face } from "./font-faces";

/** Each mark with the letters it stands right on, in every cut. Written like \`coverage.ts\`, by the same test. */
export const placedMarks: Partial<Record<Face, Record<string, string>>> = {
${tables.join("\n")}
};
`,
  ).toMatchFileSnapshot("./placed-marks.ts");
});

/** Thai is stacked otherwise; Hebrew is drawn from its end, and its points with it. */
const ofOthers = /[\p{Script=Thai}\p{Script=Hebrew}]/u;

async function placedIn(face: Face): Promise<string[]> {
  const cuts = await Promise.all(
    [400, 600].flatMap((fontWeight) =>
      slants.map((fontStyle) => outlines({ fontFamily: face, fontWeight, fontStyle })),
    ),
  );
  const characters = charactersIn(face);
  const letters = characters.filter((character) => /\p{L}/u.test(character));
  const marks = characters.filter(
    (character) => /\p{M}/u.test(character) && face !== "hebrew" && !ofOthers.test(character),
  );
  return marks.flatMap((mark) => {
    const under = letters
      .filter((letter) => [...(letter + mark).normalize("NFC")].length === 2)
      .filter((letter) => cuts.every((font) => standsRight(font, letter, mark)));
    return under.length > 0
      ? [`    ${asKey(hex(codePointOf(mark)))}: "${asRanges(under.map(codePointOf))}",`]
      : [];
  });
}

/** Null where the font has no place for the mark: fontkit breaks there. */
function laidOut(font: Awaited<ReturnType<typeof outlines>>, text: string) {
  try {
    return font.layout(text);
  } catch {
    return null;
  }
}

/**
 * The mark was moved onto its letter, and what was drawn reads as what was written, character by character: react-pdf
 * cuts its text where the characters of the glyphs are others.
 */
function standsRight(font: Awaited<ReturnType<typeof outlines>>, letter: string, mark: string): boolean {
  const run = laidOut(font, letter + mark);
  if (!run) return false;
  const { glyphs, positions } = run;
  const read = String.fromCodePoint(...glyphs.flatMap(({ codePoints }) => codePoints));
  const alone = glyphs.findIndex(({ codePoints }) => codePoints.join() === `${codePointOf(mark)}`);
  const isPlaced = alone < 0 || positions[alone]?.xOffset !== 0 || positions[alone]?.yOffset !== 0;
  // fontkit names a glyph that no character asks for after the first text it was drawn in.
  const areNamed = glyphs.every(
    ({ id, codePoints: [first = 0, ...more] }) => more.length > 0 || font.glyphForCodePoint(first).id === id,
  );
  return isPlaced && areNamed && read === letter + mark;
}

test("every weight and slant of a face draws the same characters", async () => {
  for (const face of faceNames) {
    const regular = await rangesOf(face);
    expect(await rangesOf(face, 600)).toBe(regular);
    expect(await rangesOf(face, 400, "italic")).toBe(regular);
    expect(await rangesOf(face, 600, "italic")).toBe(regular);
  }
});

async function rangesOf(face: string, fontWeight = 400, fontStyle: Style = "normal") {
  const font = await outlines({ fontFamily: face, fontWeight, fontStyle });
  return asRanges(distinctCharacters(font));
}

function asRanges(codePoints: number[]) {
  const ranges: [number, number][] = [];
  for (const codePoint of codePoints) {
    const last = ranges.at(-1);
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join(" ");
}

/** Two characters with one glyph come out of the finished PDF as one: only the first counts as drawable. */
function distinctCharacters(font: Awaited<ReturnType<typeof outlines>>) {
  const taken = new Set<number>([0]);
  return charactersOf(font)
    .filter((codePoint) => {
      const glyph = font.glyphForCodePoint(codePoint).id;
      const isNew = !taken.has(glyph);
      taken.add(glyph);
      return isNew && !neverDrawn.test(String.fromCodePoint(codePoint));
    })
    .sort((a, b) => a - b);
}

const asKey = (word: string) => (/^([a-z]\w*|\d+)$/.test(word) ? word : `"${word}"`);

/** As the formatter wants it. */
function entry(key: string, ranges: string, indent = "  ") {
  const line = `${indent}${key}: "${ranges}",`;
  return line.length <= 110 ? line : `${indent}${key}:\n${indent}  "${ranges}",`;
}

const hex = (codePoint: number) => codePoint.toString(16);
const codePointOf = (character: string) => character.codePointAt(0) ?? 0;
