import type { DisclosureKind } from "@/lib/disclosures/kinds";
import type { LanguageChecks } from "@/lib/drafts/draft-checks";
import type { DraftContent, DraftItem, DraftText } from "@/lib/drafts/draft-content";
import type { Language } from "@/lib/languages";
import type { RichNode } from "@/lib/markdown/rich-markdown";
import type { ClaimState } from "@/lib/safeguards/claims";

export type Place = { practice: string; disclosureId: string };
export type Checks = Record<Language, LanguageChecks | null>;

/** A draft as the server gave it. */
export type Loaded = {
  kind: DisclosureKind;
  nextNumber: number;
  revision: number;
  content: DraftContent;
  savedAt: string;
  savedBy: { name: string };
  docs: Record<Language, RichNode>;
  plain: Record<Language, string>;
  checks: Checks;
  /** What the practice claims, to be put into the text by reference. */
  claims: ClaimState[];
};

export type Change =
  | { do: "text"; language: Language; change: Partial<DraftText> }
  | { do: "begin"; language: Language }
  | { do: "months"; months: number | null }
  | { do: "use"; key: string; change: Partial<Omit<DraftItem, "key" | "texts">> }
  | { do: "use-words"; key: string; language: Language; change: Partial<DraftItem["texts"][Language]> }
  | { do: "add-use"; key: string }
  | { do: "remove-use"; key: string }
  | { do: "move-use"; key: string; by: -1 | 1 }
  | { do: "take"; content: DraftContent };

const noText: DraftText = { title: "", inShort: "", body: "", sayAloud: "" };
const noWords = { label: "", whatFor: "", whoSees: "", where: "", until: "", copy: "" };
const noFacts = { required: true, leavesPractice: null, mostViewers: null, copyForPatient: null };

export function changed(content: DraftContent, change: Change): DraftContent {
  const { texts, items } = content;
  const eachUse = (key: string, make: (item: DraftItem) => DraftItem) => ({
    ...content,
    items: items.map((item) => (item.key === key ? make(item) : item)),
  });
  switch (change.do) {
    case "text": {
      const text = { ...(texts[change.language] ?? noText), ...change.change };
      return { ...content, texts: { ...texts, [change.language]: text } };
    }
    case "begin":
      return { ...content, texts: { ...texts, [change.language]: texts[change.language] ?? noText } };
    case "months":
      return { ...content, answersLastMonths: change.months };
    case "use":
      return eachUse(change.key, (item) => ({ ...item, ...change.change }));
    case "use-words":
      return eachUse(change.key, (item) => {
        const words = { ...item.texts[change.language], ...change.change };
        return { ...item, texts: { ...item.texts, [change.language]: words } };
      });
    case "add-use": {
      const item = { key: change.key, ...noFacts, texts: { en: noWords, es: noWords } };
      return { ...content, items: [...items, item] };
    }
    case "remove-use":
      return { ...content, items: items.filter(({ key }) => key !== change.key) };
    case "move-use":
      return { ...content, items: moved(items, change.key, change.by) };
    case "take":
      return change.content;
  }
}

function moved(items: readonly DraftItem[], key: string, by: -1 | 1): DraftItem[] {
  const from = items.findIndex((item) => item.key === key);
  const to = from + by;
  const item = items[from];
  if (!item || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
