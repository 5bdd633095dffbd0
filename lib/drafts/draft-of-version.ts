import { factSentences, type UseFacts, withoutSentences } from "@/lib/disclosures/use-facts";
import type { Language } from "@/lib/languages";
import type { DraftContent, DraftItem, DraftText } from "./draft-content";

type TextRow = {
  language: Language;
  title: string;
  inShort: string;
  body: string;
  sayAloud: string | null;
};
type UseRow = UseFacts & { id: string; key: string; required: boolean };
type UseTextRow = {
  itemId: string;
  language: Language;
  label: string;
  whatFor: string;
  whoSees: string;
  where: string;
  until: string;
  copy: string;
};

/** A published version taken back into the words somebody wrote and the facts beside them. */
export function draftOfVersion(
  answersLastMonths: number | null,
  texts: readonly TextRow[],
  uses: readonly UseRow[],
  words: readonly UseTextRow[],
): DraftContent {
  return {
    texts: { en: textIn("en", texts), es: textIn("es", texts) },
    items: uses.map((use): DraftItem => {
      const { key, required, leavesPractice, mostViewers, copyForPatient } = use;
      const inLanguage = (language: Language) => wordsIn(language, use, words);
      const said = { en: inLanguage("en"), es: inLanguage("es") };
      return { key, required, leavesPractice, mostViewers, copyForPatient, texts: said };
    }),
    answersLastMonths,
  };
}

function textIn(language: Language, texts: readonly TextRow[]): DraftText | null {
  const row = texts.find((text) => text.language === language);
  if (!row) return null;
  return { title: row.title, inShort: row.inShort, body: row.body, sayAloud: row.sayAloud ?? "" };
}

function wordsIn(
  language: Language,
  use: UseRow,
  words: readonly UseTextRow[],
): DraftItem["texts"][Language] {
  const row = words.find((text) => text.itemId === use.id && text.language === language);
  if (!row) return { label: "", whatFor: "", whoSees: "", where: "", until: "", copy: "" };
  const said = factSentences(use, language);
  const { label, whatFor, where, until } = row;
  const whoSees = withoutSentences(row.whoSees, said.whoSees);
  return { label, whatFor, whoSees, where, until, copy: withoutSentences(row.copy, said.copy) };
}
