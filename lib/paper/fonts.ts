import { coverage } from "./coverage";
import { type Face, faceNames, type Voice } from "./font-faces";
import { placedMarks } from "./placed-marks";

/** One stretch of text that one face draws whole. */
type Run = { text: string; face: Face };

const layout = /[\n\r\t\u00a0\u2028\u2029\u202f]/g;
/** What stands on the letter before it, and half of it beside: sara am of Thai. */
export const mark = /[\p{M}\u0e33]/u;
/** Letters, each with its marks. */
export const lettersOf = (text: string): string[] => text.match(/.[\p{M}\u0e33]*/gsu) ?? [];
/** A mark without a letter joins whatever is printed before it. */
const isStray = /^[\p{M}\u0e33]/u;
/** What may stand on one letter together: of Hebrew a vowel, a point inside and a dot, of Thai a vowel and a tone. */
const together =
  /^[\u05b0-\u05b9\u05bb\u05c7]?[\u05bc\u05bf]?[\u05c1\u05c2]?$|^[\u0e31\u0e34-\u0e39][\u0e47-\u0e4e]$|^[\u0e48-\u0e4b]\u0e33$/u;
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

/** As it is given to be drawn: composed, and white space as spaces. */
export function asLaidOut(text: string) {
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
  const stands = marks.length < 2 || together.test(marks.join(""));
  return (
    stands &&
    marks.every((mark) => has(placedMarks[face]?.[hexOf(mark)] ?? "", letter)) &&
    [...grapheme].every((character) => has(coverage[face], character))
  );
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
