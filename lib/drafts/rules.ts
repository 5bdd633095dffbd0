import type { DisclosureKind } from "@/lib/disclosures/kinds";

export type DraftRefusal =
  | "draft-changed-meanwhile"
  | "disclosure-retired"
  | "language-not-begun"
  | "already-reviewed"
  | "already-kept";

export function whyNotBegin(disclosure: { retired: boolean }): DraftRefusal | null {
  return disclosure.retired ? "disclosure-retired" : null;
}

/** Nobody overwrites, throws away or vouches for what they have not seen. */
export function whyNotChange(stored: { revision: number }, seen: number): DraftRefusal | null {
  return stored.revision === seen ? null : "draft-changed-meanwhile";
}

export function whyNotReview(
  storedSha256: string | null,
  readSha256: string,
  reviewed: readonly string[],
): DraftRefusal | null {
  if (storedSha256 === null) return "language-not-begun";
  if (storedSha256 !== readSha256) return "draft-changed-meanwhile";
  return reviewed.includes(readSha256) ? "already-reviewed" : null;
}

type Both = { textSha256: string; englishSha256: string };

export function whyNotKeep(
  stored: { [one in keyof Both]: string | null },
  seen: Both,
  kept: readonly Both[],
): DraftRefusal | null {
  if (stored.textSha256 === null || stored.englishSha256 === null) return "language-not-begun";
  const isSeen = (one: { [one in keyof Both]: string | null }) =>
    one.textSha256 === seen.textSha256 && one.englishSha256 === seen.englishSha256;
  if (!isSeen(stored)) return "draft-changed-meanwhile";
  return kept.some(isSeen) ? "already-kept" : null;
}

export function whyNotDraw(text: object | null): DraftRefusal | null {
  return text ? null : "language-not-begun";
}

/** Names a disclosure within its practice for good: from its title, and unlike every key there is. */
export function freeKey(title: string, kind: DisclosureKind, taken: readonly string[]): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  const key = plain || kind;
  if (!taken.includes(key)) return key;
  const second = taken.flatMap((other) =>
    other.startsWith(`${key}-`) ? [Number(other.slice(key.length + 1))] : [],
  );
  const numbers = second.filter(Number.isSafeInteger);
  return `${key}-${Math.max(1, ...numbers) + 1}`;
}
