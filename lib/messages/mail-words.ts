import { createTranslator } from "use-intl/core";
import type { Language } from "@/lib/languages";
import { localeTexts } from "@/locales/texts";

export function mailWords(language: Language) {
  return createTranslator({
    locale: language,
    messages: localeTexts(language),
    namespace: "mail",
    // Otherwise a missing value would send the key instead of the sentence.
    onError: (error) => {
      throw error;
    },
  });
}
