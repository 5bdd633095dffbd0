import { beforeAll, expect, test } from "vitest";
import { faceNames } from "./faces";
import { charactersOf, outlines, registerFonts } from "./register-fonts";

type Style = "normal" | "italic";

/**
 * Sara am is drawn as two glyphs that read back as two other letters; a fraction slash and a rhotic hook have the font
 * put other glyphs for what stands beside them.
 */
const neverDrawn = /[\u0e33\u2044\u02de\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/u;

beforeAll(registerFonts);

test("the coverage table is exactly what the embedded fonts can draw", async () => {
  const lines = await Promise.all(
    faceNames.map(async (face) => entry(face.includes("-") ? `"${face}"` : face, await rangesOf(face))),
  );
  await expect(
    `import type { Face } from "./faces";

/** Written by coverage.test.ts from the fonts themselves: \`vitest run lib/paper/coverage.test.ts -u\`. */
export const coverage: Record<Face, string> = {
${lines.join("\n")}
};
`,
  ).toMatchFileSnapshot("./coverage.ts");
});

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
  const ranges: [number, number][] = [];
  for (const codePoint of distinctCharacters(font)) {
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

/** As the formatter wants it. */
function entry(key: string, ranges: string) {
  const line = `  ${key}: "${ranges}",`;
  return line.length <= 110 ? line : `  ${key}:\n    "${ranges}",`;
}

const hex = (codePoint: number) => codePoint.toString(16);
