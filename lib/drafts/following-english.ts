import { type Language, languages } from "@/lib/languages";
import type { DraftContent } from "./draft-content";
import { draftSha256 } from "./version-of-draft";

/** Somebody said that a text needs no change, for exactly this English one. */
export type KeptFact = {
  language: Language;
  textSha256: string;
  englishSha256: string;
  notedAt: Date;
  notedBy: string;
};

export type FollowingEnglish =
  | { is: "behind"; textSha256: string; englishSha256: string }
  | { is: "kept"; notedAt: Date; notedBy: string };

/** Whether a language was left as it was when English changed; null where it was not, or English did not change. */
export function followingEnglish(
  content: DraftContent,
  before: DraftContent,
  language: Language,
  kept: readonly KeptFact[],
): FollowingEnglish | null {
  const textSha256 = draftSha256(content, language);
  const englishSha256 = draftSha256(content, "en");
  if (language === "en" || !textSha256 || !englishSha256) return null;
  const isSame = (one: Language) => ownWords(content, one) === ownWords(before, one);
  if (isSame("en") || !isSame(language)) return null;
  const fact = kept.find(
    (one) =>
      one.language === language && one.textSha256 === textSha256 && one.englishSha256 === englishSha256,
  );
  if (fact) return { is: "kept", notedAt: fact.notedAt, notedBy: fact.notedBy };
  return { is: "behind", textSha256, englishSha256 };
}

export function languagesFollowing(
  content: DraftContent,
  before: DraftContent,
  kept: readonly KeptFact[],
): ReadonlyMap<Language, FollowingEnglish> {
  const all = languages.map((one) => [one, followingEnglish(content, before, one, kept)] as const);
  return new Map(all.flatMap(([one, how]) => (how ? [[one, how] as const] : [])));
}

/** What somebody wrote in this language; numbers and choices are said in all of them at once. */
function ownWords({ texts, items }: DraftContent, language: Language): string {
  const text = texts[language];
  const own = [text?.title ?? "", text?.inShort ?? "", text?.body ?? ""];
  const uses = items.map(({ key, texts: { [language]: use } }) => [
    key,
    ...[use.label, use.whatFor, use.whoSees, use.where, use.until, use.copy].map((words) => words.trim()),
  ]);
  return JSON.stringify([own.map((words) => words.trim()), uses]);
}
