const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Short forms whose stop ends no sentence. */
export const abbreviations = /\b(Dra?|Sra?|Lic|St|No|EE|UU|U\.S|p\. ej|e\.g|i\.e)\./g;

/** From where to where the sentence goes that holds this place; a line without a stop is one. */
export function sentenceAt(text: string, at: number): { from: number; to: number } {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const [line = ""] = text.slice(start).split("\n", 1);
  const masked = line.replace(abbreviations, (found) => found.replaceAll(".", "x"));
  const sentence = segmenter.segment(masked).containing(at - start);
  const index = sentence?.index ?? 0;
  const words = line.slice(index, index + (sentence?.segment.length ?? line.length));
  const from = start + index + (words.length - words.trimStart().length);
  return { from, to: from + words.trim().length };
}
