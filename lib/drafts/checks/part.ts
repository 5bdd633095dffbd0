import type { Language } from "@/lib/languages";

/**
 * One thing a text must say. Each line of `says` has to be met by one sentence: `a|b & c` reads "in one sentence, a word
 * that begins with a or b, and one that begins with c". Small letters without accents. `insert` says it in a paragraph.
 */
export type Part = Readonly<Record<Language, { says: readonly string[]; insert: string }>>;

export type Parts = Readonly<Record<string, Part>>;
