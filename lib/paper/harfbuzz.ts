import { readFileSync } from "node:fs";
import type { Font } from "harfbuzzjs";
import { unwrapWoff } from "./unwrap-woff";

export type Direction = "ltr" | "rtl";

/** Letters that are drawn together, such as one with its marks, in units of the font. */
export type Cluster = {
  text: string;
  direction: Direction;
  endsWord: boolean;
  advance: number;
  parts: Part[];
};
/** A mark takes no room of its own. */
type Part = { id: number; x: number; y: number; takesRoom: boolean };

/** Letters that join have no place for a mark each. Kerned to the right, a letter would have moved away from its place. */
const off = { ltr: ["liga", "clig"], rtl: ["liga", "clig", "kern"] };

/** HarfBuzz on one of the fonts: marks where the font wants them, and letters that run to the left. */
export async function shaperOf(file: string) {
  const harfBuzz = await import("harfbuzzjs");
  const without = (tags: string[]) => tags.map((tag) => new harfBuzz.Feature(tag, 0));
  const features = { ltr: without(off.ltr), rtl: without(off.rtl) };
  const buffer = new harfBuzz.Buffer();
  let font: Font | undefined;
  /** In the order in which the text is written. */
  return (text: string, direction: Direction): Cluster[] => {
    font ??= new harfBuzz.Font(new harfBuzz.Face(new harfBuzz.Blob(unwrapWoff(readFileSync(file)))));
    buffer.reset();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === "rtl" ? harfBuzz.Direction.RTL : harfBuzz.Direction.LTR);
    harfBuzz.shape(font, buffer, features[direction]);
    const placed = buffer.getGlyphInfosAndPositions();
    const starts = [...new Set(placed.map(({ cluster }) => cluster))].sort((a, b) => a - b);
    return starts.map((start, index) => {
      const end = starts[index + 1] ?? text.length;
      let advance = 0;
      const parts = placed
        .filter(({ cluster }) => cluster === start)
        .map(({ codepoint: id, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
          const x = advance + xOffset;
          advance += xAdvance;
          return { id, x, y: yOffset, takesRoom: xAdvance !== 0 };
        });
      return {
        text: text.slice(start, end),
        direction,
        endsWord: !/^\p{L}/u.test(text.slice(end)),
        advance,
        parts,
      };
    });
  };
}
