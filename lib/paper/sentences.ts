import type { Language } from "@/lib/languages";
import { english } from "./english";
import { spanish } from "./spanish";

/** Every fixed sentence of the sealed pages. */
export const sentences: Record<Language, typeof english> = { en: english, es: spanish };
