import { coverage } from "./coverage";
import { type Face, faceNames, type Voice } from "./font-faces";
import { placedMarks } from "./placed-marks";

/** One stretch of text that one face draws whole. */
type Run = { text: string; face: Face };

const layout = /[\n\r\t\u00a0\u2028\u2029\u202f]/g;
/** Thai stacks up to two, but for one over a lo chula with one below, which the font has no place for. */
const marksStandRight = /^(?!\u0e2c[\u0e38-\u0e3a]\p{M})\p{Script=Thai}\p{M}{1,2}$/u;
/** A mark without a letter joins whatever is printed before it. */
const isStray = /^\p{M}/u;
const mark = /\p{M}/u;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const homeFace: Record<Voice, Face> = { serif: "serif-latin", sans: "sans-latin" };
const order: Record<Voice, Face[]> = {
  serif: faceNames,
  sans: [...faceNames.filter((face) => !face.startsWith("serif-")), ...faceNames],
};

/** The first character no embedded font draws correctly, or null. Asked before anything is signed or published. */
export function whyNotDrawable(text: string): { character: string; codePoint: string } | null {
  const drawn = asLaidOut(text);
  if (isWhollyIn(homeFace.serif, drawn)) return null;
  for (const { segment } of graphemes.segment(drawn)) {
    if (!faceFor(segment, "serif")) return { character: segment, codePoint: codePointsOf(segment) };
  }
  return null;
}

/** Splits text so that every stretch is drawn by one face; throws for what `whyNotDrawable` would have named. */
export function runsOf(text: string, voice: Voice): Run[] {
  const drawn = asLaidOut(text);
  if (isWhollyIn(homeFace[voice], drawn)) return [{ text: drawn, face: homeFace[voice] }];
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(drawn)) {
    const last = runs.at(-1);
    const face = last && segment === " " && draws(last.face, " ") ? last.face : faceFor(segment, voice);
    if (!face) throw new Error(`No embedded font draws ${codePointsOf(segment)}`);
    if (last?.face === face) last.text += segment;
    else runs.push({ text: segment, face });
  }
  return runs;
}

function asLaidOut(text: string) {
  return text.normalize("NFC").replace(layout, " ");
}

function isWhollyIn(face: Face, text: string) {
  if (mark.test(text)) return false;
  const characters = charactersOf(coverage[face]);
  for (const character of text) if (!characters.has(character.codePointAt(0) ?? 0)) return false;
  return true;
}

const remembered: Record<Voice, Map<string, Face | null>> = { serif: new Map(), sans: new Map() };

function faceFor(grapheme: string, voice: Voice): Face | null {
  const known = remembered[voice].get(grapheme);
  if (known !== undefined) return known;
  const face = order[voice].find((candidate) => draws(candidate, grapheme)) ?? null;
  if (remembered[voice].size < 5_000) remembered[voice].set(grapheme, face);
  return face;
}

function draws(face: Face, grapheme: string) {
  if (isStray.test(grapheme)) return false;
  const [letter = "", ...marks] = grapheme;
  const isWritable = marks.length === 0 || marksStandRight.test(grapheme) || isPlaced(face, letter, marks);
  return isWritable && [...grapheme].every((character) => has(coverage[face], character));
}

/** One mark on a letter, which may have one of its own; what stands on that again is nowhere in the fonts. */
function isPlaced(face: Face, letter: string, [mark = "", ...more]: string[]): boolean {
  return more.length === 0 && has(placedMarks[face]?.[hexOf(mark)] ?? "", letter);
}

/** Every character that a face draws by itself. */
export const charactersIn = (face: Face): string[] =>
  Array.from(charactersOf(coverage[face]), (codePoint) => String.fromCodePoint(codePoint));

const has = (ranges: string, character: string) => charactersOf(ranges).has(character.codePointAt(0) ?? 0);

const parsed = new Map<string, Set<number>>();

function charactersOf(ranges: string): Set<number> {
  const known = parsed.get(ranges);
  if (known) return known;
  const characters = new Set<number>();
  for (const range of ranges.split(" ")) {
    const [from = 0, to = from] = range.split("-").map((codePoint) => Number.parseInt(codePoint, 16));
    for (let codePoint = from; codePoint <= to; codePoint++) characters.add(codePoint);
  }
  parsed.set(ranges, characters);
  return characters;
}

function codePointsOf(grapheme: string) {
  return [...grapheme].map((character) => `U+${hexOf(character).toUpperCase().padStart(4, "0")}`).join(" ");
}

const hexOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16);
