import { factSentences, withSentences } from "@/lib/disclosures/use-facts";
import type { Language } from "@/lib/languages";
import {
  canonicalDisclosureText,
  type DisclosureText,
  disclosureTextSha256,
  type ItemText,
} from "@/lib/markdown/markdown";
import type { DraftContent, DraftItem } from "./draft-content";

/** What a version published from this draft would say; null in a language nobody has begun. */
export function versionOfDraft(content: DraftContent, language: Language): DisclosureText | null {
  const text = content.texts[language];
  if (!text) return null;
  return {
    title: text.title.trim(),
    inShort: text.inShort.trim(),
    body: text.body.trim(),
    items: content.items.map((item) => itemOfDraft(item, language)),
  };
}

export function draftSha256(content: DraftContent, language: Language): string | null {
  const text = versionOfDraft(content, language);
  return text && disclosureTextSha256(canonicalDisclosureText(text));
}

function itemOfDraft(item: DraftItem, language: Language): ItemText {
  const words = item.texts[language];
  const said = factSentences(item, language);
  return {
    label: words.label.trim(),
    whatFor: words.whatFor.trim(),
    whoSees: withSentences(words.whoSees, said.whoSees),
    where: words.where.trim(),
    until: words.until.trim(),
    copy: withSentences(words.copy, said.copy),
    required: item.required,
  };
}
