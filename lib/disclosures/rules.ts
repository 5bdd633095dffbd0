import { type Language, languages } from "@/lib/languages";
import type { DisclosureKind } from "./kinds";

export type VersionFacts = {
  id: string;
  number: number;
  change: "material" | "editorial";
  effectiveFrom: Date;
  earlierAnswersUntil: Date | null;
  /** The languages in which it was published saying word for word what the version before it said, for as long. */
  sameIn: readonly Language[];
};

export type PublishRefusal = "text-unchanged" | "effective-before-earlier-version" | "change-summary-missing";

export type UsualRefusal = "usual-text-retired";

/** What is given out no longer is asked of nobody, and of no new patient either. */
export function whyNotUsual(wanted: readonly { retiredAt: Date | null }[]): UsualRefusal | null {
  return wanted.some(({ retiredAt }) => retiredAt) ? "usual-text-retired" : null;
}

type GivenOut = { id: string; retiredAt: Date | null; versions: readonly VersionFacts[] };

/** Of the usual texts, those a new patient can be asked about now, and those that are given out no longer. */
export function usualTexts<D extends GivenOut>(
  disclosures: readonly D[],
  usual: ReadonlySet<string>,
  now: Date,
) {
  const chosen = disclosures.filter(({ id }) => usual.has(id));
  return {
    asked: chosen.filter(({ retiredAt, versions }) => !retiredAt && currentVersion(versions, now)),
    fallenOut: chosen.flatMap((one) => (one.retiredAt ? { ...one, retiredAt: one.retiredAt } : [])),
  };
}

/** The version in force: the highest number whose day has come. */
export function currentVersion<V extends VersionFacts>(versions: readonly V[], now: Date): V | null {
  return versions.reduce<V | null>(
    (latest, version) =>
      version.effectiveFrom <= now && version.number > (latest?.number ?? 0) ? version : latest,
    null,
  );
}

/**
 * The text a question puts: the one in force, or the one it asked about ahead of its day. Whoever has that question's
 * text on the screen already keeps it, as long as nothing came after it but other wording.
 */
export function questionVersion<V extends VersionFacts>(
  versions: readonly V[],
  asked: { versionId: string; openedVersionId: string | null },
  now: Date,
): V | null {
  const current = currentVersion(versions, now);
  const named = versions.find(({ id }) => id === asked.versionId);
  const latest = named && named.number > (current?.number ?? 0) ? named : current;
  const opened = versions.find(({ id }) => id === asked.openedVersionId);
  if (!latest || !opened || opened.number >= latest.number) return latest;
  const changed = versions.some(
    ({ number, change }) => change === "material" && number > opened.number && number <= latest.number,
  );
  return changed ? latest : opened;
}

/** What an answer binds to: what each language says, by its fingerprint, and how long the answer counts. */
export type Binding = { texts: Record<string, string>; answersLastMonths: number | null };

/** The languages in which a text is word for word what the one before it was: nobody can agree to it anew. */
export function sameLanguages(before: Binding | null, next: Binding): Language[] {
  if (before?.answersLastMonths !== next.answersLastMonths) return [];
  return languages.filter((one) => next.texts[one] && next.texts[one] === before.texts[one]);
}

/** Whether it changes what somebody agreed to who was shown the text in this language. */
export function asksAnew(
  { change, sameIn }: Pick<VersionFacts, "change" | "sameIn">,
  language: Language,
): boolean {
  return change === "material" && !sameIn.includes(language);
}

export function whyNotPublish(
  latest: (Pick<VersionFacts, "effectiveFrom"> & Binding) | null,
  next: Binding & { effectiveFrom: Date; summaries: (string | null)[] },
): PublishRefusal | null {
  if (!latest) return null;
  if (next.effectiveFrom < latest.effectiveFrom) return "effective-before-earlier-version";
  if (next.summaries.some((summary) => !summary)) return "change-summary-missing";
  return isSameBinding(latest, next) ? "text-unchanged" : null;
}

function isSameBinding(one: Binding, other: Binding): boolean {
  const hashes = Object.entries(one.texts);
  return (
    one.answersLastMonths === other.answersLastMonths &&
    hashes.length === Object.keys(other.texts).length &&
    hashes.every(([language, hash]) => other.texts[language] === hash)
  );
}

/** A privacy notice is acknowledged, never consented to (45 CFR 164.520). */
export function isAcknowledged(kind: DisclosureKind): boolean {
  return kind === "privacy-notice";
}

/**
 * What the law wants in writing: the notice (45 CFR 164.520(c)) and an authorization (45 CFR 164.508(b), (c)). On a
 * screen it is in writing for whoever agreed to that and showed that they can open it (15 USC 7001(c)).
 */
export function needsWriting(kind: DisclosureKind): boolean {
  return kind === "privacy-notice" || kind === "authorization";
}

/** What somebody agreed with one therapist, and not with the practice as a whole: it rests when another one treats them. */
export function isGivenToTherapist(kind: DisclosureKind): boolean {
  return kind !== "privacy-notice" && kind !== "electronic-records-consent" && kind !== "email-risk";
}
