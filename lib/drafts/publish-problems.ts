import { daysAfter, today } from "@/lib/dates";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { namesPlatform } from "@/lib/disclosures/platform-texts";
import { type Binding, type PublishRefusal, type VersionFacts, whyNotPublish } from "@/lib/disclosures/rules";
import { type NewVersion, versionSha256 } from "@/lib/disclosures/write-version";
import { type Language, languages } from "@/lib/languages";
import { claimsIn } from "@/lib/markdown/markdown";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { type NamedPlatform, platformName } from "@/lib/platforms/platform-name";
import { type Claim, stateOfClaim } from "@/lib/safeguards/claims";
import { isFresh } from "@/lib/safeguards/rules";
import type { DraftContent } from "./draft-content";
import type { FollowingEnglish } from "./following-english";
import { publishedTexts } from "./next-version";
import { type Paper, type PaperRefusal, whyNotOnPaper } from "./paper-rules";
import { type TextRefusal, whatTextLacks, wordsOf } from "./text-problems";
import { unreadTranslations } from "./translations";

/** Where on the publish sheet a refusal stands. */
export type PublishField =
  | "texts"
  | "languages"
  | "unread"
  | "behind"
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
  | "translation-unread"
  | "translation-behind"
  | "default-platform-unnamed";

export type ClaimProblemRefusal = "claim-not-fresh" | "claim-unknown";

export type PublishProblem = {
  field: PublishField;
  reason:
    | SheetRefusal
    | ClaimProblemRefusal
    | PublishRefusal
    | TextRefusal
    | PaperRefusal
    | "text-not-drawable";
  details: Record<string, string>;
};

type Facts = {
  kind: DisclosureKind;
  latest: (Pick<VersionFacts, "number" | "effectiveFrom"> & Binding) | null;
  /** The fingerprints that were read by somebody who knows the language. */
  reviewed: readonly string[];
  /** How each language stands to a change in English. */
  following: ReadonlyMap<Language, FollowingEnglish>;
  content: DraftContent;
  choices: PublishDraftInput;
  next: NewVersion;
  /** What the worker found when it drew a copy of this draft, in each language it was asked to. */
  papers: ReadonlyMap<Language, Paper>;
  /** Everything the practice claims about how it protects appointments. */
  claims: readonly Claim[];
  now: Date;
  timeZone: string;
  /** What the practice meets on when this comes into force. */
  defaultPlatform: NamedPlatform | null;
};

/** Everything that stands in the way of publishing this draft with these choices, each with its place on the sheet. */
export function publishProblems(facts: Facts): PublishProblem[] {
  return [
    ...languageProblems(facts),
    ...textProblems(facts),
    ...platformProblems(facts),
    ...claimProblems(facts),
    ...changeProblems(facts),
    ...dayProblems(facts),
  ];
}

function languageProblems({ content, choices, next, reviewed, following }: Facts): PublishProblem[] {
  const published = languagesOf(content, choices);
  if (published.length === 0) return [problem("languages", "language-needed")];
  const open = languages.filter(
    (language) => !published.includes(language) && !choices.leftOut.includes(language),
  );
  const hashes = versionSha256(next);
  const unread = unreadTranslations(published, (language) => reviewed.includes(hashes[language] ?? ""));
  return [
    ...open.map((language) => problem("languages", "language-undecided", { language })),
    ...published.flatMap((language) => {
      const how = following.get(language);
      if (how?.is !== "behind") return [];
      const { textSha256, englishSha256 } = how;
      return [problem("behind", "translation-behind", { language, textSha256, englishSha256 })];
    }),
    ...unread
      .filter((language) => !choices.unread.includes(language))
      .map((language) => problem("unread", "translation-unread", { language })),
  ];
}

function textProblems({ kind, content, choices, papers }: Facts): PublishProblem[] {
  return publishedTexts(content, choices.leftOut).flatMap(({ language, text }) => {
    const lacks = whatTextLacks(kind, text, language, choices.saidOtherwise);
    const drawable = whyNotDrawable(wordsOf(text));
    return [
      ...lacks.map(({ reason, details }) => problem("texts", reason, { ...details, language })),
      ...(drawable
        ? [problem("texts", "text-not-drawable", { ...drawable, language })]
        : paperProblems(language, papers.get(language) ?? null, choices)),
    ];
  });
}

/** A text whose copy says something else could be signed and then never sealed. */
function paperProblems(language: Language, paper: Paper | null, { revision }: PublishDraftInput) {
  const refusal = whyNotOnPaper(paper, revision);
  return refusal ? [problem("texts", refusal.reason, { ...refusal.details, language })] : [];
}

/** The text that says how one meets says so by name, or somebody reads of a service the practice has left. */
function platformProblems({ kind, content, choices, defaultPlatform }: Facts): PublishProblem[] {
  if (kind !== "platform-disclosure" || !defaultPlatform) return [];
  return publishedTexts(content, choices.leftOut)
    .filter(({ language, text }) => !namesPlatform(text, defaultPlatform, language))
    .map(({ language }) => {
      const platform = platformName(defaultPlatform, language);
      return problem("texts", "default-platform-unnamed", { platform, language });
    });
}

/** What a text would say again although nobody checked it lately, each claim once, in the words of the first text that says it. */
function claimProblems({ content, choices, claims }: Facts): PublishProblem[] {
  const said = publishedTexts(content, choices.leftOut).flatMap(({ text }) => claimsIn(text.body));
  const words = new Map(said.toReversed().map((claim) => [claim.key, claim.words]));
  return [...words].reverse().flatMap(([key, claim]) => {
    const state = stateOfClaim(claims, key);
    if (isFresh(state)) return [];
    const { safeguardId, word, since, toCheck } = state;
    const about = { claim, ...(safeguardId && { safeguardId }) };
    if (word === "unknown") return [problem("texts", "claim-unknown", about)];
    const details = { ...about, state: word, since: since ?? "", who: toCheck.join(", ") };
    return [problem("texts", "claim-not-fresh", details)];
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
