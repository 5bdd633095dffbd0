import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { missingParts } from "@/lib/drafts/checks/must-say";
import { openBlanks } from "@/lib/drafts/checks/open-blanks";
import type { Language } from "@/lib/languages";
import type { DisclosureText } from "@/lib/markdown/markdown";
import { partKey } from "./part-key";

export type TextRefusal =
  | "title-missing"
  | "in-short-missing"
  | "body-missing"
  | "uses-missing"
  | "label-missing"
  | "blank-unfilled"
  | "must-say-missing";

export type TextLack = { reason: TextRefusal; details: Record<string, string> };

/** What is still open in a text that would be published. */
export function whatTextLacks(
  kind: DisclosureKind,
  text: DisclosureText,
  language: Language,
  saidOtherwise: readonly string[],
): TextLack[] {
  const lacks: TextLack[] = [];
  const lack = (reason: TextRefusal, details: Record<string, string> = {}) => lacks.push({ reason, details });
  if (!text.title) lack("title-missing");
  if (!text.inShort) lack("in-short-missing");
  if (!text.body) lack("body-missing");
  if (text.items.length === 0) lack("uses-missing");
  for (const [index, { label }] of text.items.entries())
    if (!label) lack("label-missing", { use: `${index + 1}` });
  for (const blank of openBlanks(wordsOf(text))) lack("blank-unfilled", { blank });
  for (const part of missingParts(kind, text, language))
    if (!saidOtherwise.includes(partKey(language, part))) lack("must-say-missing", { part });
  return lacks;
}

/** Every word of it, line by line. */
export function wordsOf({ title, inShort, body, items }: DisclosureText): string {
  const uses = items.flatMap(({ required: _, ...words }) => Object.values(words));
  return [title, inShort, body, ...uses].join("\n");
}
