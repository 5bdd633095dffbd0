import { Blob, Face, Font } from "harfbuzzjs";
import { beforeAll, expect, test } from "vitest";
import { outlines, registerFonts } from "./register-fonts";

beforeAll(registerFonts);

test.each([
  ["sans-vietnamese", "ọ̀", "ltr", "in the middle"],
  ["sans-vietnamese", "Ẹ́", "ltr", "in the middle"],
  ["sans-cyrillic", "у́", "ltr", "in the middle"],
  ["hebrew", "שָ", "rtl", "in the middle"],
  ["hebrew", "שׁ", "rtl", "to the right"],
  ["hebrew", "שׂ", "rtl", "to the left"],
  ["thai", "กุ้", "ltr", "to the right"],
] as const)(
  "in %s the marks of %s stand on their letter as the font has it",
  async (face, text, direction, place) => {
    const font = await outlines({ fontFamily: face, fontWeight: 400, fontStyle: "normal" });
    const [glyph, ...more] = font.layout(text.normalize("NFC"), [], undefined, undefined, direction).glyphs;
    const parts = (glyph?.parts ?? []).map(({ id }) => boxesIn(font, id));
    const drawn = boxesIn(font, glyph?.id ?? 0);
    expect(more).toEqual([]);
    expect(drawn.map(sizeOf)).toEqual(parts.flat().map(sizeOf));

    const count = parts.at(direction === "rtl" ? -1 : 0)?.length ?? 0;
    const [letter = [], marks] =
      direction === "rtl" ? [drawn.at(-count), drawn.slice(0, -count)] : [drawn[0], drawn.slice(count)];
    const [left = 0, right = 0] = letter;
    const places = marks.map(([from = 0, to = 0]) => (from + to - left - right) / (right - left));
    expect(
      places.map((at) => (Math.abs(at) < 0.4 ? "in the middle" : at < 0 ? "to the left" : "to the right")),
    ).toEqual(marks.map(() => place));
    expect(Math.max(...places.map(Math.abs))).toBeLessThan(1);
  },
);

test("a document's font allows for as many points as its largest glyph has", async () => {
  const font = await outlines({ fontFamily: "serif-cyrillic", fontWeight: 600, fontStyle: "normal" });
  const allowed = (text: string) => {
    const subset = font.createSubset();
    subset.includeGlyph(font.layout(text).glyphs[0]?.id ?? 0);
    const bytes = Buffer.from(subset.encode());
    return bytes.readUInt16BE(bytes.readUInt32BE(bytes.indexOf("maxp") + 8) + 6);
  };
  expect([allowed("ж"), allowed("о\u0301"), allowed("Ж\u0301")]).toEqual([146, 146, 150]);
});

/** Of each outline of a glyph as it is embedded, how far it reaches to the left, the right, the foot and the top. */
function boxesIn(font: Awaited<ReturnType<typeof outlines>>, id: number): number[][] {
  const subset = font.createSubset();
  subset.includeGlyph(id);
  const embedded = new Font(new Face(new Blob(subset.encode())));
  const paths = embedded.glyphToPath(1).split("Z").filter(Boolean);
  return paths.map((path) => {
    const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
    return [0, 1].flatMap((axis) => {
      const along = numbers.filter((_, at) => at % 2 === axis);
      return [Math.min(...along), Math.max(...along)];
    });
  });
}

function sizeOf([left = 0, right = 0, foot = 0, top = 0]: number[]) {
  return [right - left, top - foot];
}
