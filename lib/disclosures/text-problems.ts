import type { Language } from "@/lib/languages";
import type { DisclosureKind } from "./kinds";
import type { DisclosureText } from "./markdown";

export type TextRefusal =
  | "title-missing"
  | "in-short-missing"
  | "body-missing"
  | "uses-missing"
  | "label-missing"
  | "blank-unfilled"
  | "must-say-missing";

export type TextLack = { reason: TextRefusal; details: Record<string, string> };

/** Names a part in one language, for the author to say that it is there in other words. */
export function partKey(language: Language, part: string): string {
  return `${language}.${part}`;
}

/** What is still open in a text that would be published. */
export function whatTextLacks(
  _kind: DisclosureKind,
  { title, inShort, body, items }: DisclosureText,
  _language: Language,
  _saidOtherwise: readonly string[],
): TextLack[] {
  const lacks: TextLack[] = [];
  const lack = (reason: TextRefusal, details: Record<string, string> = {}) => lacks.push({ reason, details });
  if (!title) lack("title-missing");
  if (!inShort) lack("in-short-missing");
  if (!body) lack("body-missing");
  if (items.length === 0) lack("uses-missing");
  for (const [index, { label }] of items.entries())
    if (!label) lack("label-missing", { use: `${index + 1}` });
  return lacks;
}
