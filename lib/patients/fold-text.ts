const spelledOut: Record<string, string> = { ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", ı: "i" };

/**
 * What is left out of a text: marks, apostrophes, invisible signs. For a bracket of a pattern, in JavaScript and
 * PostgreSQL.
 */
export const droppedSigns =
  "\\u0300-\\u036f'`\\u00b4\\u2018\\u2019\\u201b\\u2032\\u02b9-\\u02bd\\uff07\\u00ad\\u200b-\\u200f\\u2060\\ufeff";
/** What counts as a space: hyphens of every kind and the comma of "Ruiz, Ana". For such a bracket, too. */
export const partingSigns = "-\\u058a\\u05be\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d,";

const noLetter = new RegExp(`[${droppedSigns}]|\\p{M}`, "gu");
const between = new RegExp(`[${partingSigns}]`, "gu");

/** Base letters in lower case, a name in parts as words, as `search.ts` folds them in the database. */
export function foldText(text: string): string {
  const bare = text.normalize("NFD").replace(noLetter, "").replace(between, " ").toLowerCase();
  return bare.replace(/[łøđħŧı]/g, (letter) => spelledOut[letter] ?? letter);
}

/** Whether every word of a search stands in a text, in any order, or its number among those to call. */
export function textMatcher(search: string): (text: string, phone?: string | null) => boolean {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const number = numberIn(search);
  if (words.length === 0) return () => true;
  return (text, phone) => {
    const among = foldText(`${text} ${phone ?? ""}`);
    const isCalled = number !== null && phone?.replace(/\D/g, "").includes(number);
    return isCalled || words.every((word) => among.includes(word));
  };
}

/** The digits of a search that is a number to call; at home nobody dials the 1 of the country. */
export function numberIn(search: string): string | null {
  const digits = foldText(search).replace(/[\s()./+]/g, "");
  return /^\d{3,}$/.test(digits) ? digits.replace(/^1(?=\d{10}$)/, "") : null;
}
