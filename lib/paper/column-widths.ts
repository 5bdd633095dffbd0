import { longestWord } from "./line-breaks";
import { widestLetter, widestWord, widthOf } from "./text-size";

export const cellSize = 10;
export const cellGap = 10;

/** A column too narrow for four wide letters would have them drawn over its neighbour. */
const narrowest = 54;

export type Column = {
  width: number;
  /** The longest word, in letters, that surely fits it. */
  longest: number;
};

/** How a table shares the width: alike where that is enough, else by what each column holds; null if it has too many. */
export function columnWidths(rows: string[][], width: number): Column[] | null {
  const count = rows[0]?.length ?? 0;
  const alike = width / count;
  if (alike < narrowest) return null;
  const cellsOf = (at: number) => rows.map((row) => row[at] ?? "");
  const whole = shares(count, (at) =>
    Math.max(...cellsOf(at).map((text) => widthOf(text, cellSize, "serif"))),
  );
  const word = shares(count, (at) =>
    Math.max(...cellsOf(at).map((text) => widestWord(text, cellSize, "serif"))),
  );
  return shared(whole, word, alike).map((own, at) => {
    const isEnough = (word[at] ?? 0) <= own;
    const letter = Math.max(1, ...cellsOf(at).map((text) => widestLetter(text, cellSize, "serif")));
    const fitting = Math.max(4, Math.floor((own - cellGap) / letter));
    return { width: own, longest: isEnough ? longestWord : Math.min(longestWord, fitting) };
  });
}

const shares = (count: number, widthOfColumn: (at: number) => number) =>
  Array.from({ length: count }, (_, at) => widthOfColumn(at) + cellGap);

/** A column gets what it needs where that is no more than its part; the others share what is left by what they hold. */
function shared(whole: number[], word: number[], alike: number): number[] {
  if (whole.every((own) => own <= alike)) return whole.map(() => alike);
  const isWide = (own: number) => own > alike;
  const left = alike * whole.length - sum(whole.filter((own) => !isWide(own)));
  const part = left / whole.filter(isWide).length;
  const least = whole.map((own, at) => (isWide(own) ? Math.min(word[at] ?? 0, part) : 0));
  const wanted = whole.map((own, at) => (isWide(own) ? own - (least[at] ?? 0) : 0));
  const spare = (left - sum(least)) / Math.max(1, sum(wanted));
  return whole.map((own, at) => (isWide(own) ? (least[at] ?? 0) + (wanted[at] ?? 0) * spare : own));
}

const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0);
