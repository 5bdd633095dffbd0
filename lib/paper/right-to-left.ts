import bidiFactory, { type EmbeddingLevels } from "bidi-js";

const bidi = bidiFactory();
const bases = ["ltr", "rtl"] as const;

/** A paragraph runs as its first letter does, on paper as on a screen (`dir="auto"`). */
export function startsRightToLeft(text: string): boolean {
  return /^\P{L}*\p{Script=Hebrew}/u.test(text);
}

type Find = (lines: string[], first: number) => number | null;

/**
 * Where a paragraph ends among lines without white space, if from the given one on they show it: its letters in the order
 * in which they stand on a line, from the right but for numbers and words that run the other way.
 */
export function endOfReordered(paragraph: string): Find {
  const letters = paragraph.replaceAll(" ", "");
  let ways: Find[] | undefined;
  return (lines, first) => {
    if (!areLettersOf(letters, lines[first] ?? "")) return null;
    ways ??= bases.map((base) => endRunning(paragraph, bidi.getEmbeddingLevels(paragraph, base)));
    const ends = ways.map((way) => way(lines, first));
    return ends.find((end) => end !== null) ?? null;
  };
}

function endRunning(paragraph: string, levels: EmbeddingLevels): Find {
  const end = paragraph.trimEnd().length;
  return (lines, first) => {
    let [from, at] = [0, first];
    for (; from < end; at++) {
      const line = lines[at] ?? "";
      const to = endAfter(paragraph, from, line.length);
      if (line === "" || seenOf(paragraph, levels, from, to) !== line) return null;
      from = to;
    }
    return at;
  };
}

function seenOf(paragraph: string, levels: EmbeddingLevels, from: number, to: number) {
  const seen = [...paragraph.slice(from, to)];
  for (const [start = 0, last = 0] of bidi.getReorderSegments(paragraph, levels, from, to - 1)) {
    const turned = seen.slice(start - from, last - from + 1).reverse();
    seen.splice(start - from, turned.length, ...turned);
  }
  return seen.join("").replaceAll(" ", "");
}

function endAfter(paragraph: string, from: number, letters: number) {
  let to = from;
  for (let left = letters; left > 0 && to < paragraph.length; to++) if (paragraph[to] !== " ") left--;
  return to;
}

/** Quickly told of nearly every line. */
function areLettersOf(paragraph: string, line: string) {
  const [first = "", last = ""] = [line.at(0), line.at(-1)];
  const letters = paragraph.slice(0, line.length);
  return letters.includes(first) && letters.includes(last) && sorted(letters) === sorted(line);
}

const sorted = (letters: string) => [...letters].sort().join("");
