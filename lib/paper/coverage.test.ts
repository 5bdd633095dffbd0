import { beforeAll, expect, test } from "vitest";
import { type Face, faceNames } from "./font-faces";
import { charactersIn, mark, whyNotDrawable } from "./fonts";
import { anchorsOf } from "./mark-anchors.fixture";
import { charactersOf, outlines, registerFonts } from "./register-fonts";

const slants = ["normal", "italic"] as const;
type Style = (typeof slants)[number];

/** A fraction slash and a rhotic hook have the font put other glyphs for what stands beside them. */
const neverDrawn = /[\u2044\u02de\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/u;

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

async function placedIn(face: Face): Promise<string[]> {
  const cuts = await cutsOf(face);
  const characters = charactersIn(face);
  const letters = characters.filter((character) => /\p{L}/u.test(character) && !mark.test(character));
  const marks = characters.filter((character) => mark.test(character));
  return marks.flatMap((mark) => {
    const under = letters
      .filter((letter) => [...(letter + mark).normalize("NFC")].length === 2)
      .filter((letter) => cuts.every((font) => standsRight(font, letter, mark)));
    return under.length > 0
      ? [`    ${asKey(hex(codePointOf(mark)))}: "${asRanges(under.map(codePointOf))}",`]
      : [];
  });
}

test.each([
  ["hebrew", "ש"],
  ["thai", "ก"],
] as const)(
  "marks that may stand together on a letter of the %s face stand right there",
  async (face, any) => {
    const cuts = await cutsOf(face);
    const letters = charactersIn(face).filter(
      (character) => /\p{L}/u.test(character) && !mark.test(character),
    );
    const marks = charactersIn(face).filter((character) => mark.test(character));
    const oneMore = (heaps: string[]) =>
      heaps.flatMap((heap) => marks.map((mark) => heap + mark)).filter((heap) => !whyNotDrawable(any + heap));
    const pairs = oneMore(oneMore([""]));
    const heaps = [...pairs, ...oneMore(pairs)];
    const drawn = letters.flatMap((letter) =>
      heaps.filter((heap) => !whyNotDrawable(letter + heap)).map((heap) => ({ letter, heap })),
    );
    expect(drawn.length).toBeGreaterThan(1_000);
    expect(drawn.filter(({ letter, heap }) => !cuts.every((cut) => standsRight(cut, letter, heap)))).toEqual(
      [],
    );
  },
);

async function cutsOf(face: Face) {
  const cuts = [400, 600].flatMap((fontWeight) =>
    slants.map((fontStyle) => outlines({ fontFamily: face, fontWeight, fontStyle })),
  );
  return (await Promise.all(cuts)).map((font) => ({ font, hasPlace: anchorsOf(font) }));
}

type Cut = Awaited<ReturnType<typeof cutsOf>>[number];

/** The font has a place for every mark on the letter or on a mark of it, or draws it and the letter as one glyph. */
function standsRight({ font, hasPlace }: Cut, letter: string, heap: string): boolean {
  const [first, ...others] = laidOut(font, letter + heap);
  const under = [first?.id ?? 0];
  const isPlaced = (mark: number) => under.some((one) => hasPlace(mark, one)) && under.push(mark) > 0;
  const besideSaraAm = font.glyphForCodePoint(0x0e32).id;
  return first !== undefined && first.id > 0 && others.every(({ id }) => id === besideSaraAm || isPlaced(id));
}

/** The glyphs of one letter in the order it is written. */
function laidOut(font: Cut["font"], text: string) {
  const direction = /\p{Script=Hebrew}/u.test(text) ? "rtl" : "ltr";
  const [{ parts } = { parts: [] }, ...more] = font.layout(text, [], undefined, undefined, direction).glyphs;
  if (!parts || more.length > 0) return [];
  return direction === "rtl" ? parts.toReversed() : parts;
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
