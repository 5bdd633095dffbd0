import type { Face, Voice } from "./font-faces";
import { lettersOf, runsOf } from "./fonts";
import { longestWord, partsOf } from "./line-breaks";
import { widestEms } from "./register-fonts";

/** What is kept together must fit a page of either paper, or react-pdf draws it past the end of one. */
export const mostTogether = 560;

/** Of A4 between its margins, the narrower of the two papers. */
export const lineWidth = 467;

type Set = { size: number; width: number; voice?: Voice; longest?: number };

/** How many lines a text surely does not exceed, before anything is laid out. */
export function linesAtMost(text: string, { size, width, voice = "sans", longest }: Set): number {
  const whole = widthOf(text, size, voice);
  if (whole <= width) return 1;
  const word = Math.min(width, widestWord(text, size, voice, longest));
  // A line is left when the next word does not fit; and of two lines that follow each other, the words exceed one.
  return Math.min(whole / Math.max(1, width - word), (2 * whole) / width) + 1;
}

export function widestWord(text: string, size: number, voice: Voice, longest = longestWord): number {
  const words = text.split(/\s+/).flatMap((word) => partsOf(word, longest));
  return Math.max(0, ...words.map((word) => widthOf(word, size, voice)));
}

export function widestLetter(text: string, size: number, voice: Voice): number {
  return Math.max(0, ...lettersOf(text).map((letter) => widthOf(letter, size, voice)));
}

export function widthOf(text: string, size: number, voice: Voice): number {
  let ems = 0;
  for (const { text: letters, face } of runsOf(text, voice))
    for (const letter of letters) ems += widest(face, letter);
  return ems * size;
}

const known = new Map<string, number>();

function widest(face: Face, letter: string): number {
  const key = face + letter;
  const found = known.get(key);
  if (found !== undefined) return found;
  const ems = widestEms(face, letter);
  known.set(key, ems);
  return ems;
}
