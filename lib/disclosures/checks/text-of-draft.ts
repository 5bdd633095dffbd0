import type { Language } from "@/lib/languages";
import type { DraftContent } from "../draft-content";
import type { DisclosureText } from "../markdown";

/** A draft in one language, as it would be read; null while nobody has begun it. */
export function textOfDraft(content: DraftContent, language: Language): DisclosureText | null {
  const text = content.texts[language];
  if (!text) return null;
  const { title, inShort, body } = text;
  const items = content.items.map(({ required, texts }) => ({ ...texts[language], required }));
  return { title, inShort, body, items };
}
