import type { Language } from "@/lib/languages";

/** Names a part in one language, for the author to say that it is there in other words. */
export function partKey(language: Language, part: string): string {
  return `${language}.${part}`;
}
