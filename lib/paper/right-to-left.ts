import bidiFactory, { type EmbeddingLevels } from "bidi-js";

const bidi = bidiFactory();
const bases = ["ltr", "rtl"] as const;

/**
 * Where a paragraph ends among lines without white space, if from the given one on they show it: its letters in the order
 * in which they stand on a line, from the right but for numbers and words that run the other way.
 */
export function endOfReordered(paragraph: string, lines: string[], first: number): number | null {
  if (!areLettersOf(paragraph, lines[first] ?? "")) return null;
  const ends = bases.map((base) => endOf(paragraph, bidi.getEmbeddingLevels(paragraph, base), lines, first));
  return ends.find((end) => end !== null) ?? null;
}

function endOf(paragraph: string, levels: EmbeddingLevels, lines: string[], first: number) {
  let from = 0;
  let at = first;
  for (; paragraph.slice(from).trim() !== ""; at++) {
    const line = lines[at] ?? "";
    const to = endAfter(paragraph, from, line.length);
    if (line === "" || seenOf(paragraph, levels, from, to) !== line) return null;
    from = to;
  }
  return at;
}

function seenOf(paragraph: string, levels: EmbeddingLevels, from: number, to: number) {
  const order = bidi.getReorderedIndices(paragraph, levels, from, to - 1).slice(from, to);
  return order
    .map((index) => paragraph[index])
    .join("")
    .replaceAll(" ", "");
}

function endAfter(paragraph: string, from: number, letters: number) {
  let to = from;
  for (let left = letters; left > 0 && to < paragraph.length; to++) if (paragraph[to] !== " ") left--;
  return to;
}

/** Quickly told of nearly every line. */
function areLettersOf(paragraph: string, line: string) {
  const letters = paragraph.replaceAll(" ", "").slice(0, line.length);
  return (
    letters.includes(line.at(0) ?? "") &&
    letters.includes(line.at(-1) ?? "") &&
    sorted(letters) === sorted(line)
  );
}

const sorted = (letters: string) => [...letters].sort().join("");
