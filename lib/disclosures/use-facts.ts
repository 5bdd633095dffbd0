import type { Language } from "@/lib/languages";

/** What of a use is kept as a fact beside its words, and said in a prepared sentence in every language. */
export type UseFacts = {
  leavesPractice: boolean | null;
  mostViewers: number | null;
  copyForPatient: boolean | null;
};

type Sentences = {
  viewers: (most: number) => string;
  outside: (leaves: boolean) => string;
  copy: (isGiven: boolean) => string;
};

const sentences: Record<Language, Sentences> = {
  en: {
    viewers: (most) => (most === 1 ? "One person." : `Up to ${most} people.`),
    outside: (leaves) => (leaves ? "Someone outside the practice." : "Nobody outside the practice."),
    copy: (isGiven) => (isGiven ? "You get a copy." : "You get no copy."),
  },
  es: {
    viewers: (most) => (most === 1 ? "Una persona." : `Hasta ${most} personas.`),
    outside: (leaves) => (leaves ? "Alguien de fuera de la consulta." : "Nadie de fuera de la consulta."),
    copy: (isGiven) => (isGiven ? "Usted recibe una copia." : "Usted no recibe copia."),
  },
};

export type FactSentences = { whoSees: string[]; copy: string[] };

export function factSentences(facts: UseFacts, language: Language): FactSentences {
  const { viewers, outside, copy } = sentences[language];
  return {
    whoSees: [
      ...(facts.mostViewers === null ? [] : [viewers(facts.mostViewers)]),
      ...(facts.leavesPractice === null ? [] : [outside(facts.leavesPractice)]),
    ],
    copy: facts.copyForPatient === null ? [] : [copy(facts.copyForPatient)],
  };
}

/** Appends what the words do not say already, so that doing it twice changes nothing. */
export function withSentences(words: string, said: readonly string[]): string {
  return said.reduce(
    (text, sentence) => (text.includes(sentence) ? text : joined(text, sentence)),
    words.trim(),
  );
}

/** The words somebody wrote, without the prepared sentences at their end. */
export function withoutSentences(words: string, said: readonly string[]): string {
  return said
    .toReversed()
    .reduce(
      (text, sentence) => (text.endsWith(sentence) ? text.slice(0, -sentence.length).trim() : text),
      words.trim(),
    );
}

function joined(text: string, sentence: string) {
  if (text === "") return sentence;
  return /[.!?…:;]["”’»)]?$/.test(text) ? `${text} ${sentence}` : `${text}. ${sentence}`;
}
