import { createTranslator } from "use-intl/core";
import type { ClaimNotes } from "@/lib/drafts/claims";
import type { Language } from "@/lib/languages";
import { localeTexts } from "@/locales/texts";
import { longDay } from "./long-day";
import type { ClaimWords } from "./markdown";

/** What stands behind the claims of a text, in the language of that text. */
export function claimWords(notes: ClaimNotes, language: Language): ClaimWords {
  const say = createTranslator({
    locale: language,
    messages: localeTexts(language),
    namespace: "safeguards.inText",
  });
  return (key) => {
    const note = notes[key];
    return note ? say(note.state, { day: note.day ? longDay(note.day, language) : "" }) : null;
  };
}
