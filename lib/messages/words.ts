import { createTranslator } from "use-intl/core";
import type { Language } from "@/lib/languages";
import en from "@/locales/parts/post.en.json";
import es from "@/locales/parts/post.es.json";

const words: Record<Language, typeof en> = { en, es };

export function mailWords(language: Language) {
  return createTranslator({
    locale: language,
    messages: words[language],
    namespace: "mail",
    // Otherwise a missing value would send the key instead of the sentence.
    onError: (error) => {
      throw error;
    },
  });
}
