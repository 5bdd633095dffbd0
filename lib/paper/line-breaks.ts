import { lettersOf } from "./fonts";

/** The longest word, in letters, that surely fits a full line even in the title's size. */
export const longestWord = 26;

const afterSeparator = /(?<=[/@?&=#._-])(?=[^/])/u;

/**
 * Where react-pdf 4 may end a line inside a word. It reads an empty part as a place to break; between two others
 * it would put a hyphen nobody wrote into the signed text.
 */
export function partsOf(word: string, longest: number): string[] {
  if (word === breakHere) return [""];
  if (word.length <= longest) return [word];
  const most = Math.max(4, longest - 6);
  const pieces = word.split(afterSeparator).flatMap((piece) => chunks(lettersOf(piece), most));
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ["", piece]));
}

function chunks(letters: string[], most: number) {
  const count = Math.ceil(letters.length / most);
  return Array.from({ length: count }, (_, at) => letters.slice(at * most, (at + 1) * most).join(""));
}

/** Becomes an empty part, so nothing of it is drawn. Stands where the font changes inside a word too long for a line. */
export const breakHere = "\u200b";

/** The length of the word that goes on across this place in the text; 0 between words. */
export function wordAcross(text: string, place: number) {
  const before = /\S*$/.exec(text.slice(0, place))?.[0].length ?? 0;
  const after = /^\S*/.exec(text.slice(place))?.[0].length ?? 0;
  return before > 0 && after > 0 ? before + after : 0;
}
