import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { insertFor, type MustSay, missingParts, mustSay } from "@/lib/drafts/checks/must-say";
import { openBlanks } from "@/lib/drafts/checks/open-blanks";
import { type FoundPromise, findPromises } from "@/lib/drafts/checks/promises";
import { type Readability, readabilityOf } from "@/lib/drafts/checks/readability";
import type { Language } from "@/lib/languages";
import {
  canonicalDisclosureText,
  claimsIn,
  disclosureTextSha256,
  normalized,
  parseDisclosureMarkdown,
  plainTextOf,
} from "@/lib/markdown/markdown";
import type { RichNode } from "@/lib/markdown/rich-markdown";
import { richTextOf } from "@/lib/markdown/rich-text";
import { type Claim, type ClaimState, stateOfClaim } from "@/lib/safeguards/claims";
import { isFresh } from "@/lib/safeguards/rules";
import type { DraftContent, DraftItem } from "./draft-content";
import type { FollowingEnglish } from "./following-english";
import { versionOfDraft } from "./version-of-draft";

export type ReviewFact = { language: Language; textSha256: string; reviewer: string; reviewedAt: Date };

/** Where in a draft a promise stands: so that another sentence can take its place. */
export type Place =
  | { field: "title" | "inShort" | "body" }
  | { item: string; field: keyof DraftItem["texts"]["en"] };

export type FoundInDraft = Omit<FoundPromise, "at"> & { place: Place };

export type LanguageChecks = {
  textSha256: string;
  /** Fields that a reader would find empty. */
  empty: number;
  mustSay: number;
  missing: { part: MustSay; insert: RichNode[] }[];
  promises: FoundInDraft[];
  /** The claims it makes by reference, each once, with where they stand. */
  claims: ClaimState[];
  blanks: string[];
  reading: Readability;
  /** How it stands to a change in English; null where there is nothing to say. */
  following: FollowingEnglish | null;
  review: { reviewer: string; reviewedAt: Date } | null;
};

/** What is worth a look before publishing, in one language; null while nobody has begun it. */
export function checkDraft(
  kind: DisclosureKind,
  content: DraftContent,
  language: Language,
  reviews: readonly ReviewFact[],
  claims: readonly Claim[],
  following: ReadonlyMap<Language, FollowingEnglish> = new Map(),
): LanguageChecks | null {
  const text = versionOfDraft(content, language);
  if (!text) return null;
  const textSha256 = disclosureTextSha256(canonicalDisclosureText(text));
  const review = reviews.find((one) => one.language === language && one.textSha256 === textSha256);
  const places = placesIn(content, language);
  return {
    textSha256,
    empty: [text.title, text.inShort, text.body, ...text.items.map(({ label }) => label)].filter(
      (words) => words === "",
    ).length,
    mustSay: mustSay(kind).length,
    missing: missingParts(kind, text, language).map((part) => ({
      part,
      insert: richTextOf(insertFor(part, language)).content ?? [],
    })),
    promises: places.flatMap(({ place, words }) => {
      const open = "item" in place || place.field !== "body" ? words : plainWithoutFreshClaims(words, claims);
      return findPromises(open, language).map(({ at: _, ...promise }) => ({ ...promise, place }));
    }),
    claims: statesIn(text.body, claims),
    blanks: [...new Set(places.flatMap(({ words }) => openBlanks(words)))],
    reading: readabilityOf(text, language),
    following: following.get(language) ?? null,
    review: review ? { reviewer: review.reviewer, reviewedAt: review.reviewedAt } : null,
  };
}

/** As the editor shows it, so that a sentence found here is found there. */
function plainWithoutFreshClaims(body: string, claims: readonly Claim[]) {
  return plainTextOf(parseDisclosureMarkdown(withoutFreshClaims(body, claims)));
}

/** A claim that was checked lately may be said without reserve; its words are left out, and all else stays in its place. */
function withoutFreshClaims(body: string, claims: readonly Claim[]): string {
  return claimsIn(body)
    .filter(({ key }) => isFresh(stateOfClaim(claims, key)))
    .reduce(
      (text, { from, to }) => text.slice(0, from) + " ".repeat(to - from) + text.slice(to),
      normalized(body),
    );
}

export function statesIn(body: string, claims: readonly Claim[]): ClaimState[] {
  const keys = new Set(claimsIn(body).map(({ key }) => key));
  return [...keys].map((key) => stateOfClaim(claims, key));
}

const itemFields = ["label", "whatFor", "whoSees", "where", "until", "copy"] as const;

function placesIn(content: DraftContent, language: Language): { place: Place; words: string }[] {
  const text = content.texts[language];
  if (!text) return [];
  const own = (["title", "inShort", "body"] as const).map((field) => ({
    place: { field },
    words: text[field],
  }));
  const uses = content.items.flatMap(({ key, texts }) =>
    itemFields.map((field) => ({ place: { item: key, field }, words: texts[language][field] })),
  );
  return [...own, ...uses];
}
