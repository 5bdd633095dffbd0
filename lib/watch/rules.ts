import { currentVersion, type VersionFacts } from "@/lib/disclosures/rules";

export const watchConclusions = ["no-change", "new-text", "stop"] as const;
export type WatchConclusion = (typeof watchConclusions)[number];

export type WatchRefusal = "watch-in-future";
export type ConcludeWatchRefusal = "watch-already-concluded";

export function whyNotWatch({ changedOn }: { changedOn: string }, today: string): WatchRefusal | null {
  return changedOn > today ? "watch-in-future" : null;
}

export function whyNotConcludeWatch(entry: { concludedAt: Date | null }): ConcludeWatchRefusal | null {
  return entry.concludedAt ? "watch-already-concluded" : null;
}

type ConcludedText = { conclusion: WatchConclusion | null; concludedAt: Date | null };

/** What an entry still asks of somebody: to say what follows from it, or to write the text that follows. */
export function watchStep(
  { conclusion, concludedAt }: ConcludedText,
  publishedAt: readonly Date[],
): "conclude" | "write" | null {
  if (!conclusion || !concludedAt) return "conclude";
  if (conclusion !== "new-text") return null;
  return publishedAt.some((at) => at > concludedAt) ? null : "write";
}

/** The day by which the text in force was to be looked at again, once it has come and no later text is published. */
export function reviewOwed(
  versions: readonly (VersionFacts & { reviewBy: string | null })[],
  now: Date,
  today: string,
): string | null {
  const current = currentVersion(versions, now);
  const isFollowed = versions.some(({ number }) => number > (current?.number ?? 0));
  return current?.reviewBy && current.reviewBy <= today && !isFollowed ? current.reviewBy : null;
}
