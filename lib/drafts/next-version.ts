import { startOfDay, today } from "@/lib/dates";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import type { VersionFacts } from "@/lib/disclosures/rules";
import type { NewVersion } from "@/lib/disclosures/write-version";
import { type Language, languages } from "@/lib/languages";
import type { DisclosureText } from "@/lib/markdown/markdown";
import type { DraftContent } from "./draft-content";
import { versionOfDraft } from "./version-of-draft";

type When = { now: Date; timeZone: string; latest: Pick<VersionFacts, "number"> | null };

/** The draft as the next version, with what was chosen for it; where there is none yet, the first. */
export function nextVersion(
  content: DraftContent,
  choices: PublishDraftInput,
  { now, timeZone, latest }: When,
): NewVersion {
  const change = latest ? choices.change : "material";
  const effectiveFrom =
    choices.effectiveOn <= today(now, timeZone) ? now : startOfDay(choices.effectiveOn, timeZone);
  const published = publishedTexts(content, choices.leftOut);
  return {
    disclosureId: choices.disclosureId,
    number: (latest?.number ?? 0) + 1,
    change,
    effectiveFrom,
    earlierAnswersUntil: latest && change === "material" ? untilWhen(choices, effectiveFrom, timeZone) : null,
    answersLastMonths: content.answersLastMonths,
    reviewBy: choices.reviewBy,
    texts: Object.fromEntries(
      published.map(({ language, text: { items: _, ...text } }) => {
        const changeSummary = (latest && choices.summaries[language]) || null;
        const sayAloud = content.texts[language]?.sayAloud.trim() || null;
        return [language, { ...text, changeSummary, sayAloud }];
      }),
    ),
    items: content.items.map(({ texts: _, ...item }, index) => ({
      ...item,
      texts: Object.fromEntries(
        published.flatMap(({ language, text }) => {
          const { required: _, ...words } = text.items[index] ?? { required: false };
          return "label" in words ? [[language, words]] : [];
        }),
      ),
    })),
  };
}

/** What is published of a draft: each language somebody wrote in and nobody leaves out. */
export function publishedTexts(
  content: DraftContent,
  leftOut: readonly Language[],
): { language: Language; text: DisclosureText }[] {
  return languages.flatMap((language) => {
    const text = leftOut.includes(language) ? null : versionOfDraft(content, language);
    return text ? [{ language, text }] : [];
  });
}

function untilWhen({ earlier, earlierUntil }: PublishDraftInput, effectiveFrom: Date, timeZone: string) {
  if (earlier === "end") return effectiveFrom;
  return earlier === "until" && earlierUntil ? startOfDay(earlierUntil, timeZone) : null;
}
