import { insertFor, type MustSay } from "@/lib/drafts/checks/must-say";
import type { DraftContent, DraftItem, DraftText } from "@/lib/drafts/draft-content";
import type { Language } from "@/lib/languages";

type InBoth<Words> = Readonly<Record<Language, Words>>;

/** What a text of one kind begins with: its sections are made of the paragraphs that its checklist asks for. */
export type Starter = {
  texts: InBoth<Omit<DraftText, "body">>;
  /** Stands before the first heading. */
  opening?: readonly Piece[];
  sections: readonly { heading: InBoth<string>; pieces: readonly Piece[]; asList?: boolean }[];
  uses: readonly Omit<DraftItem, "required">[];
  answersLastMonths?: number;
};

/** What must be said, or a paragraph of the starter's own. */
export type Piece = MustSay | InBoth<string>;

export function draftOf(starter: Starter): DraftContent {
  return {
    texts: { en: textIn(starter, "en"), es: textIn(starter, "es") },
    items: starter.uses.map((use) => ({ ...use, required: true })),
    answersLastMonths: starter.answersLastMonths ?? null,
  };
}

function textIn({ texts, opening = [], sections }: Starter, language: Language): DraftText {
  const blocks = sections.flatMap(({ heading, pieces, asList }) => {
    const said = pieces.map((piece) => wordsOf(piece, language));
    const list = said.map((words) => `- ${words}`).join("\n");
    return [`## ${heading[language]}`, ...(asList ? [list] : said)];
  });
  const body = [...opening.map((piece) => wordsOf(piece, language)), ...blocks].join("\n\n");
  return { ...texts[language], body };
}

function wordsOf(piece: Piece, language: Language) {
  return typeof piece === "string" ? insertFor(piece, language) : piece[language];
}
