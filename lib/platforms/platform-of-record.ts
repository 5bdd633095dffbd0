import type { Placement } from "@/db/schema";

/** One agreement on where somebody meets. It counts from `since` on; a trial counts until just before `until`. */
export type PlacementFacts = {
  /** Null: whatever the practice meets on. */
  platformId: string | null;
  since: Date;
  until: Date | null;
  placedAt: Date;
  origin?: Placement["origin"];
  wishId?: string | null;
};
export type DefaultFacts = { platformId: string; effectiveFrom: Date; setAt: Date };

export type PlatformOfRecord = {
  platformId: string;
  since: Date;
  /** Agreed with them alone: when the practice moves, they stay. */
  isOwn: boolean;
  /** The first moment it counts no longer, while it is a trial. */
  trialUntil: Date | null;
};

/** The platform of record at a time: the latest placement that counts then, and else the practice's. Null before either. */
export function platformOfRecord(
  placements: readonly PlacementFacts[],
  defaults: readonly DefaultFacts[],
  now: Date,
): PlatformOfRecord | null {
  const placed = countingPlacement(placements, now);
  if (placed?.platformId) {
    const { platformId, since, until } = placed;
    return { platformId, since, isOwn: true, trialUntil: until };
  }
  const common = practiceDefault(defaults, now);
  if (!common) return null;
  const backSince = Math.max(
    placed?.since.getTime() ?? 0,
    ...placements.filter(isBack).map(({ since }) => (since > now ? 0 : since.getTime())),
  );
  const since = backSince > common.effectiveFrom.getTime() ? new Date(backSince) : common.effectiveFrom;
  return { platformId: common.platformId, since, isOwn: false, trialUntil: null };
}

/**
 * The placement that counts at a time, the one placed last. Going back from a wish does not count itself:
 * it takes the wish's placements out, so that what they stood before counts as if they had never been.
 */
export function countingPlacement<Placed extends PlacementFacts>(
  placements: readonly Placed[],
  now: Date,
): Placed | null {
  const goneBack = new Set(
    placements.filter((one) => isBack(one) && one.since <= now).map(({ wishId }) => wishId),
  );
  return placements.reduce<Placed | null>((latest, one) => {
    if (one.since > now || (one.until && one.until <= now)) return latest;
    if (isBack(one) || (one.wishId && goneBack.has(one.wishId))) return latest;
    return latest && latest.placedAt > one.placedAt ? latest : one;
  }, null);
}

function isBack({ origin, wishId }: PlacementFacts): boolean {
  return origin === "back" && Boolean(wishId);
}

/** What the practice itself meets on at a time: of those that have begun the one that began last, and of these the last set. */
export function practiceDefault<Default extends DefaultFacts>(
  defaults: readonly Default[],
  now: Date,
): Default | null {
  return defaults.reduce<Default | null>((latest, one) => {
    if (one.effectiveFrom > now) return latest;
    if (!latest || one.effectiveFrom > latest.effectiveFrom) return one;
    return one.effectiveFrom < latest.effectiveFrom || latest.setAt > one.setAt ? latest : one;
  }, null);
}

/** Whether somebody meets on a platform now or at any time that is settled already, as after a trial. */
export function meetsOnFrom(
  placements: readonly PlacementFacts[],
  defaults: readonly DefaultFacts[],
  platformId: string,
  now: Date,
): boolean {
  const changes = [
    ...placements.flatMap(({ since, until }) => (until ? [since, until] : [since])),
    ...defaults.map(({ effectiveFrom }) => effectiveFrom),
  ];
  return [now, ...changes.filter((at) => at > now)].some(
    (at) => platformOfRecord(placements, defaults, at)?.platformId === platformId,
  );
}
