import type { Language } from "@/lib/languages";
import {
  type DisclosureText,
  parseDisclosureMarkdown,
  plainTextOf,
  readingMinutes,
} from "@/lib/markdown/markdown";
import { abbreviations } from "./sentences";
import { syllables } from "./syllables";

export type Readability = { minutes: number; ease: "easy" | "fair" | "hard"; longSentences: string[] };

/** More words than this in a sentence, and a tired reader begins it again. */
export const longestSentence = 18;

/**
 * How long a text takes and how easy it reads. English: R. Flesch, "A new readability yardstick" (1948), where 60 and more
 * is plain English. Spanish: F. Szigriszt Pazos (1993) on the scale of I. Barrio Cantalejo (Inflesz, 2008), where 55 and
 * more is what patients read without effort.
 */
export function readabilityOf(text: DisclosureText, language: Language): Readability {
  const plain = plainOf(text);
  const sentences = sentencesIn(plain);
  return {
    minutes: readingMinutes(plain),
    ease: easeOf(sentences, language),
    longSentences: sentences.filter((sentence) => wordsIn(sentence).length > longestSentence),
  };
}

function plainOf({ title, inShort, body, items }: DisclosureText) {
  const uses = items.flatMap(({ label, whatFor, whoSees, where, until, copy }) => [
    label,
    whatFor,
    whoSees,
    where,
    until,
    copy,
  ]);
  return [title, inShort, plainTextOf(parseDisclosureMarkdown(body)), ...uses].join("\n");
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A heading or a cell of a table is no sentence: it ends without a stop. */
export function sentencesIn(text: string): string[] {
  return text
    .replace(abbreviations, "$1")
    .split("\n")
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /[.!?…:][”»")\]]*$/.test(sentence));
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const scales: Record<
  Language,
  { ease: (syllables: number, words: number) => number; easy: number; hard: number }
> = {
  en: { ease: (sounds, words) => 206.835 - 84.6 * sounds - 1.015 * words, easy: 60, hard: 50 },
  es: { ease: (sounds, words) => 206.835 - 62.3 * sounds - words, easy: 55, hard: 40 },
};

function easeOf(sentences: readonly string[], language: Language): Readability["ease"] {
  const words = sentences.flatMap(wordsIn);
  if (words.length === 0) return "easy";
  const sounds = words.reduce((sum, word) => sum + syllables(word, language), 0);
  const { ease, easy, hard } = scales[language];
  const score = ease(sounds / words.length, words.length / sentences.length);
  if (score >= easy) return "easy";
  return score < hard ? "hard" : "fair";
}
