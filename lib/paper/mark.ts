import { createHash } from "node:crypto";

/** A drawn signature: strokes of points in a box of 600 × 200, y downwards. */
export type Mark = [x: number, y: number][][];
export type MarkRefusal = "mark-too-small" | "mark-too-large" | "mark-unreadable";

export const markBox = { width: 600, height: 200 };
const most = { strokes: 200, points: 6_000 };
const least = { points: 5, length: 60 };

/** Why what a browser sent is no signature, or null. */
export function whyNotMark(strokes: unknown): MarkRefusal | null {
  if (!Array.isArray(strokes)) return "mark-unreadable";
  if (strokes.length > most.strokes) return "mark-too-large";
  if (!strokes.every(Array.isArray)) return "mark-unreadable";
  if (strokes.reduce((points, stroke) => points + stroke.length, 0) > most.points) return "mark-too-large";
  if (!isMark(strokes)) return "mark-unreadable";
  const mark = rounded(strokes);
  if (mark.flat().length < least.points || lengthOf(mark) < least.length) return "mark-too-small";
  return null;
}

/** The mark as it is kept, fingerprinted and drawn. Ask `whyNotMark` first. */
export function asMark(strokes: unknown): Mark {
  if (!Array.isArray(strokes) || !isMark(strokes)) throw new Error("Not a mark: ask whyNotMark first");
  return rounded(strokes);
}

export function markSha256(mark: Mark): string {
  return createHash("sha256").update(JSON.stringify(mark), "utf8").digest("hex");
}

/** One SVG path a stroke, smoothed through the middle of each pair of points. */
export function markPaths(mark: Mark): string[] {
  return mark.map((stroke) => {
    const [first, ...rest] = stroke;
    if (!first) return "";
    if (rest.length === 0) return `M${first.join(" ")} l0.1 0.1`;
    const curves = rest.slice(0, -1).map((point, index) => {
      const next = rest[index + 1] ?? point;
      return `Q${point.join(" ")} ${tenth((point[0] + next[0]) / 2)} ${tenth((point[1] + next[1]) / 2)}`;
    });
    return [`M${first.join(" ")}`, ...curves, `L${(rest.at(-1) ?? first).join(" ")}`].join(" ");
  });
}

function isMark(strokes: unknown[]): strokes is Mark {
  return strokes.every((stroke) => Array.isArray(stroke) && stroke.length > 0 && stroke.every(isPoint));
}

function isPoint(point: unknown) {
  if (!Array.isArray(point) || point.length !== 2) return false;
  const [x, y] = point;
  return isWithin(x, markBox.width) && isWithin(y, markBox.height);
}

function isWithin(coordinate: unknown, end: number) {
  return typeof coordinate === "number" && coordinate >= 0 && coordinate <= end;
}

function rounded(mark: Mark): Mark {
  return mark.map((stroke) => stroke.map(([x, y]) => [tenth(x), tenth(y)]));
}

const tenth = (value: number) => Math.round(value * 10) / 10;

function lengthOf(mark: Mark) {
  return mark.reduce((length, stroke) => length + strokeLength(stroke), 0);
}

function strokeLength(stroke: Mark[number]) {
  return stroke.reduce((length, [x, y], index) => {
    const [px, py] = stroke[index - 1] ?? [x, y];
    return length + Math.hypot(x - px, y - py);
  }, 0);
}
