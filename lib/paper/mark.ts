import { createHash } from "node:crypto";
import { type Mark, markBox, tenth } from "./drawn-mark";

export type MarkRefusal = "mark-too-small" | "mark-too-large" | "mark-unreadable";

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

function lengthOf(mark: Mark) {
  return mark.reduce((length, stroke) => length + strokeLength(stroke), 0);
}

function strokeLength(stroke: Mark[number]) {
  return stroke.reduce((length, [x, y], index) => {
    const [px, py] = stroke[index - 1] ?? [x, y];
    return length + Math.hypot(x - px, y - py);
  }, 0);
}
