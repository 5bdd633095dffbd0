import type { DisclosureKind } from "./kinds";

export type VersionFacts = {
  id: string;
  number: number;
  change: "material" | "editorial";
  effectiveFrom: Date;
  earlierAnswersUntil: Date | null;
};

export type PublishRefusal = "text-unchanged" | "effective-before-earlier-version" | "change-summary-missing";

/** The version in force: the highest number whose day has come. */
export function currentVersion<V extends VersionFacts>(versions: readonly V[], now: Date): V | null {
  return versions.reduce<V | null>(
    (latest, version) =>
      version.effectiveFrom <= now && version.number > (latest?.number ?? 0) ? version : latest,
    null,
  );
}

export function whyNotPublish(
  latest: (VersionFacts & { texts: Record<string, string> }) | null,
  next: { effectiveFrom: Date; texts: Record<string, string>; summaries: (string | null)[] },
): PublishRefusal | null {
  if (!latest) return null;
  if (next.effectiveFrom < latest.effectiveFrom) return "effective-before-earlier-version";
  if (next.summaries.some((summary) => !summary)) return "change-summary-missing";
  const unchanged = Object.entries(next.texts).every(([language, hash]) => latest.texts[language] === hash);
  return unchanged ? "text-unchanged" : null;
}

/** A privacy notice is acknowledged, never consented to (45 CFR 164.520). */
export function isAcknowledged(kind: DisclosureKind): boolean {
  return kind === "privacy-notice";
}
