import type { Language } from "@/lib/languages";
import { foldedInPlace } from "@/lib/markdown/folded-in-place";
import { type Promised, promisedInEnglish, type Remedy } from "./promises-english";
import { promisedInSpanish } from "./promises-spanish";
import { sentenceAt } from "./sentences";

export type FoundPromise = { found: string; at: number; sentence: string; remedy: Remedy };

const lists: Record<Language, readonly Promised[]> = { en: promisedInEnglish, es: promisedInSpanish };
const denials: Record<Language, RegExp> = {
  en: /\b(not|no|nobody|nothing|none|neither|without|hardly|almost|cannot|rarely|seldom|less than)\b|n't\b/,
  es: /(?<!\p{L})(no|nadie|nada|ningun[oa]?|ni|sin|casi|apenas|tampoco|jamas)(?!\p{L})/u,
};

/** Promises nobody can keep, where they stand, and what helps. */
export function findPromises(text: string, language: Language): FoundPromise[] {
  const folded = foldedInPlace(text);
  const found = lists[language].flatMap((promised) =>
    [...folded.matchAll(promised.words)]
      .filter((match) => !promised.unlessDenied || !isDenied(folded, match.index, language))
      .map(({ 0: words, index }) => ({
        found: text.slice(index, index + words.length),
        at: index,
        sentence: sentenceOf(text, index),
        remedy: promised.remedy,
      })),
  );
  return withoutOverlaps(found.toSorted((a, b) => a.at - b.at || b.found.length - a.found.length));
}

function sentenceOf(text: string, at: number) {
  const { from, to } = sentenceAt(text, at);
  return text.slice(from, to);
}

/** "No service is completely secure" promises nothing: a denial stands shortly before, in the same sentence. */
function isDenied(folded: string, at: number, language: Language) {
  const before =
    folded
      .slice(0, at)
      .split(/[.!?\n;:]/)
      .at(-1) ?? "";
  return denials[language].test(before.trim().split(/\s+/).slice(-5).join(" "));
}

function withoutOverlaps(found: readonly FoundPromise[]): FoundPromise[] {
  return found.filter(
    (next, index) => !found.slice(0, index).some((earlier) => next.at < earlier.at + earlier.found.length),
  );
}
