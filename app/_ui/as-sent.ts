/** Marks an element with the sum of its words, by which `isRewritten` knows whether a browser wrote over them. */
export function asSent(words: string) {
  return { "data-sent": sumOf(words) };
}

/** Of the letters alone: how the words are spaced and parted is the page's. */
export function sumOf(words: string): string {
  let sum = 0;
  for (const letter of words.replace(/\s/g, "")) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
  return String(sum);
}
