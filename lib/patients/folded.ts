const spelledOut: Record<string, string> = { ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", ı: "i" };

/** Base letters in lower case, as `search.ts` folds them in the database: what a search compares. */
export function folded(text: string): string {
  const bare = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[łøđħŧı]/g, (letter) => spelledOut[letter] ?? letter);
}
