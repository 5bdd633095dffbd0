import { syllable } from "syllable";
import type { Language } from "@/lib/languages";

export function syllables(word: string, language: Language): number {
  return Math.max(1, language === "en" ? syllable(word) : inSpanish(word));
}

/**
 * A syllable for each vowel sound: two strong vowels part, a weak one joins its neighbour unless it bears the accent, and
 * the u of que, gui is silent (RAE, Ortografía, 3.3).
 */
function inSpanish(word: string): number {
  const letters = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/q[uú]|g[u](?=[eéií])/g, "q")
    .replace(/(?<!\p{L})y(?!\p{L})|y$/gu, "i")
    .replace(/h/g, "");
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? [];
  return groups.reduce((sum, group) => sum + soundsIn(group), 0);
}

function soundsIn(group: string): number {
  const vowels = [...group];
  return vowels.slice(1).reduce((sum, vowel, index) => {
    const before = vowels[index] ?? "";
    return parts(before, vowel) ? sum + 1 : sum;
  }, 1);
}

function parts(one: string, next: string): boolean {
  const strong = /[aeoáéó]/;
  const stressedWeak = /[íú]/;
  if (strong.test(one) && strong.test(next)) return true;
  return (stressedWeak.test(one) && strong.test(next)) || (strong.test(one) && stressedWeak.test(next));
}
