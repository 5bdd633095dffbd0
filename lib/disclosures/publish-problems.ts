import { daysAfter, today } from "@/lib/dates";
import { whyNotDrawable } from "@/lib/documents/paper/fonts";
import { type Language, languages } from "@/lib/languages";
import type { DraftContent } from "./draft-content";
import type { PublishDraftInput } from "./input";
import type { DisclosureKind } from "./kinds";
import { publishedTexts } from "./next-version";
import { type Binding, type PublishRefusal, type VersionFacts, whyNotPublish } from "./rules";
import { type TextRefusal, whatTextLacks, wordsOf } from "./text-problems";
import { unreadTranslations } from "./translations";
import { type NewVersion, versionSha256 } from "./write-version";

/** Where on the publish sheet a refusal stands. */
export type PublishField =
  | "texts"
  | "languages"
  | "unread"
  | `summaries.${Language}`
  | "effectiveOn"
  | "earlier"
  | "earlierUntil"
  | "reviewBy";

export type SheetRefusal =
  | "effective-in-past"
  | "day-too-far"
  | "review-before-effective"
  | "earlier-answers-undecided"
  | "earlier-answers-not-asked"
  | "earlier-answers-before-effective"
  | "language-undecided"
  | "language-needed"
  | "translation-unread";

export type PublishProblem = {
  field: PublishField;
  reason: SheetRefusal | PublishRefusal | TextRefusal | "text-not-drawable";
  details: Record<string, string>;
};

type Facts = {
  kind: DisclosureKind;
  latest: (VersionFacts & Binding) | null;
  /** The fingerprints that were read by somebody who knows the language. */
  reviewed: readonly string[];
  content: DraftContent;
  choices: PublishDraftInput;
  next: NewVersion;
  now: Date;
  timeZone: string;
};

/** Everything that stands in the way of publishing this draft with these choices, each with its place on the sheet. */
export function publishProblems(facts: Facts): PublishProblem[] {
  return [
    ...languageProblems(facts),
    ...textProblems(facts),
    ...changeProblems(facts),
    ...dayProblems(facts),
  ];
}

function languageProblems({ content, choices, next, reviewed }: Facts): PublishProblem[] {
  const published = languagesOf(content, choices);
  if (published.length === 0) return [problem("languages", "language-needed")];
  const open = languages.filter(
    (language) => !published.includes(language) && !choices.leftOut.includes(language),
  );
  const hashes = versionSha256(next);
  const unread = unreadTranslations(published, (language) => reviewed.includes(hashes[language] ?? ""));
  return [
    ...open.map((language) => problem("languages", "language-undecided", { language })),
    ...unread
      .filter((language) => !choices.unread.includes(language))
      .map((language) => problem("unread", "translation-unread", { language })),
  ];
}

function textProblems({ kind, content, choices }: Facts): PublishProblem[] {
  return publishedTexts(content, choices.leftOut).flatMap(({ language, text }) => {
    const lacks = whatTextLacks(kind, text, language, choices.saidOtherwise);
    const drawable = whyNotDrawable(wordsOf(text));
    return [
      ...lacks.map(({ reason, details }) => problem("texts", reason, { ...details, language })),
      ...(drawable ? [problem("texts", "text-not-drawable", { ...drawable, language })] : []),
    ];
  });
}

function languagesOf(content: DraftContent, { leftOut }: PublishDraftInput): Language[] {
  return publishedTexts(content, leftOut).map(({ language }) => language);
}

const fieldOf = {
  "text-unchanged": "texts",
  "effective-before-earlier-version": "effectiveOn",
} as const satisfies Partial<Record<PublishRefusal, PublishField>>;

function changeProblems({ latest, content, choices, next }: Facts): PublishProblem[] {
  const published = languagesOf(content, choices);
  if (!latest || published.length === 0) return [];
  const empty = published.filter((language) => !choices.summaries[language]);
  // Summaries are asked for above, each in its place.
  const refusal = whyNotPublish(latest, { ...next, texts: versionSha256(next), summaries: [] });
  return [
    ...empty.map((language) => problem(`summaries.${language}`, "change-summary-missing")),
    ...(refusal && refusal !== "change-summary-missing" ? [problem(fieldOf[refusal], refusal)] : []),
    ...earlierProblems(choices, next),
  ];
}

function earlierProblems({ earlier, earlierUntil }: PublishDraftInput, next: NewVersion): PublishProblem[] {
  if (next.change === "editorial")
    return earlier || earlierUntil ? [problem("earlier", "earlier-answers-not-asked")] : [];
  const { earlierAnswersUntil, effectiveFrom } = next;
  if (!earlierAnswersUntil)
    return [problem(earlier === "until" ? "earlierUntil" : "earlier", "earlier-answers-undecided")];
  return earlierAnswersUntil < effectiveFrom
    ? [problem("earlierUntil", "earlier-answers-before-effective")]
    : [];
}

/** No later text can begin before the latest one does: a year mistyped would shut the disclosure for good. */
const mostDays = { effectiveOn: 2 * 366, earlierUntil: 5 * 366, reviewBy: 5 * 366 };

function dayProblems({ choices, now, timeZone }: Facts): PublishProblem[] {
  const { effectiveOn, reviewBy } = choices;
  const day = today(now, timeZone);
  const isTooFar = (field: keyof typeof mostDays) => (choices[field] ?? "") > daysAfter(day, mostDays[field]);
  return [
    ...(["effectiveOn", "earlierUntil", "reviewBy"] as const)
      .filter(isTooFar)
      .map((field) => problem(field, "day-too-far", { years: `${mostDays[field] / 366}` })),
    ...(effectiveOn < day ? [problem("effectiveOn", "effective-in-past")] : []),
    ...(reviewBy <= effectiveOn ? [problem("reviewBy", "review-before-effective")] : []),
  ];
}

function problem(
  field: PublishField,
  reason: PublishProblem["reason"],
  details: Record<string, string> = {},
): PublishProblem {
  return { field, reason, details };
}
