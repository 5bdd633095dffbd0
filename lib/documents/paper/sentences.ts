import { english } from "@/lib/documents/paper/english";
import { spanish } from "@/lib/documents/paper/spanish";
import type { Language } from "@/lib/languages";

/** Every fixed sentence of the sealed pages. */
export const sentences: Record<Language, typeof english> = { en: english, es: spanish };
