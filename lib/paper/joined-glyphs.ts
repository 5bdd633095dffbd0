import type { Cluster } from "./harfbuzz";

/** The code points are those of its text; a reader of the file finds others where it says so. */
export type Glyph = {
  id: number;
  codePoints: number[];
  reads?: number[];
  advanceWidth: number;
  parts?: Part[];
};
type Part = Cluster["parts"][number];
type Point = { x: number; y: number; onCurve: boolean };
type Outline = Glyph & { _getContours(): Point[][] };

/** What fontkit keeps while it writes the glyphs that a document uses. */
type Subset = {
  includeGlyph(id: number): number;
  encode(): Uint8Array<ArrayBuffer>;
  _addGlyph(id: number): unknown;
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  font: { maxp: Limits };
};
type Limits = { maxPoints: number; maxContours: number };
export type TrueTypeFont = {
  numGlyphs: number;
  glyphForCodePoint(codePoint: number): Glyph;
  getGlyph(id: number): Outline;
  createSubset(): Subset;
};

type Joined = Glyph & { parts: Part[] };

const rightToLeftMark = 0x200f;

/** By file: where two cuts are one file, pdfkit embeds it once, and writes the glyphs of both with that. */
const joinedIn = new Map<string, { byText: Map<string, Joined>; byId: Map<number, Joined> }>();

/**
 * A letter and its marks become one glyph of the embedded font: it is laid out and read like any letter, by all
 * readers. Several glyphs on one spot would be several words to some of them, in an order of their own.
 */
export function glyphJoiner(font: TrueTypeFont, file: string): (cluster: Cluster) => Glyph {
  const { byText, byId } = joinedIn.get(file) ?? { byText: new Map(), byId: new Map() };
  joinedIn.set(file, { byText, byId });
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    const addGlyph = subset._addGlyph.bind(subset);
    subset._addGlyph = (id) => {
      const joined = byId.get(id);
      if (joined) addOutline(subset, contoursOf(joined.parts, font), joined.advanceWidth);
      else addGlyph(id);
    };
    return subset;
  };
  return ({ text, parts, direction, endsWord }) => {
    const codePoints = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
    const own = font.glyphForCodePoint(codePoints[0] ?? 0);
    if (codePoints.length === 1 && isDrawnBy(own, parts)) return own;
    const reads = direction === "rtl" ? asSeen(codePoints, endsWord) : codePoints;
    const key = JSON.stringify([reads, parts]);
    const advanceWidth = parts
      .filter(({ takesRoom }) => takesRoom)
      .reduce((sum, { id }) => sum + font.getGlyph(id).advanceWidth, 0);
    const joined = byText.get(key) ?? {
      id: font.numGlyphs + byText.size,
      codePoints,
      reads,
      advanceWidth,
      parts,
    };
    byText.set(key, joined);
    byId.set(joined.id, joined);
    return joined;
  };
}

/**
 * Readers turn what they find on a line around, letter for letter. A point at its very left some of them (Poppler) would
 * leave there, were it not for a letter beside it: this mark is one that nobody sees.
 */
function asSeen(codePoints: number[], endsWord: boolean) {
  const seen = codePoints.toReversed();
  return endsWord && seen.length > 1 ? [rightToLeftMark, ...seen] : seen;
}

function isDrawnBy({ id }: Glyph, [part, ...more]: Part[]) {
  return more.length === 0 && part?.id === id && part.x === 0 && part.y === 0;
}

function contoursOf(parts: Part[], font: TrueTypeFont): Point[][] {
  return parts.flatMap(({ id, x, y }) =>
    font
      .getGlyph(id)
      ._getContours()
      .map((points) =>
        points.map((point) => ({ ...point, x: Math.round(point.x + x), y: Math.round(point.y + y) })),
      ),
  );
}

function addOutline(subset: Subset, contours: Point[][], advance: number) {
  const points = contours.flat();
  const [left, right] = edges(points.map(({ x }) => x));
  const [bottom, top] = edges(points.map(({ y }) => y));
  const ends = contours.map((_, at) => contours.slice(0, at + 1).flat().length - 1);
  const steps = (of: (point: Point) => number) =>
    points.map((point, at) => of(point) - (at === 0 ? 0 : of(points[at - 1] ?? point)));
  const words = [contours.length, left, bottom, right, top, ...ends, 0];
  const coordinates = [...steps(({ x }) => x), ...steps(({ y }) => y)];
  const size = 2 * words.length + points.length + 2 * coordinates.length;
  const bytes = Buffer.alloc(size + (size % 4 && 4 - (size % 4)));
  let at = 0;
  for (const word of words) at = bytes.writeInt16BE(word, at);
  for (const { onCurve } of points) at = bytes.writeUInt8(onCurve ? 1 : 0, at);
  for (const coordinate of coordinates) at = bytes.writeInt16BE(coordinate, at);
  raiseLimits(subset, { maxPoints: points.length, maxContours: contours.length });
  subset.glyf.push(bytes);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance, bearing: left });
  subset.offset += bytes.length;
}

/** For this document: the font says how much its own largest glyph has, and readers may believe it. */
function raiseLimits(subset: Subset, { maxPoints, maxContours }: Limits) {
  const { maxp } = subset.font;
  const value = {
    ...maxp,
    maxPoints: Math.max(maxp.maxPoints, maxPoints),
    maxContours: Math.max(maxp.maxContours, maxContours),
  };
  subset.font = Object.create(subset.font, { maxp: { value } });
}

function edges(values: number[]): [number, number] {
  return values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 0];
}
