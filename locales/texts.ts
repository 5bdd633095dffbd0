import type { Language } from "@/lib/languages";
import { en } from "./en/texts";
import { es } from "./es/texts";

export type LocaleTexts = typeof en;

/** Every text of the interface in one language; Spanish must have exactly the keys of English. */
const texts: Record<Language, LocaleTexts> = { en, es };

export function localeTexts(language: Language): LocaleTexts {
  return texts[language];
}
