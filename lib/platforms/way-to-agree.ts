import type { PlatformKind } from "./platform-name";
import { countingPlacement, type PlacementFacts } from "./platform-of-record";

/** What meeting by video rests on was taken back: then, by when another way is agreed, and what was said since. */
export type TakenBack = {
  dutyId: string;
  disclosureId: string;
  at: Date;
  dueOn: string;
  /** The practice noted that they agreed. */
  doneAt: Date | null;
  /** The last yes to the same text. */
  saidYesAt: Date | null;
};

export type ToAgree = {
  takenBackAt: Date;
  dueOn: string;
  isOverdue: boolean;
  /** The texts that were taken back. */
  disclosureIds: string[];
  /** The duties to do so that are open. */
  dutyIds: string[];
};
type Way = { id: string; kind: PlatformKind };
type Facts = { takenBack: readonly TakenBack[]; placements: readonly PlacementFacts[] };

/** Another way is to be agreed: they meet by video, took that back, and neither side has settled it since. */
export function toAgree(
  way: Way,
  { takenBack, placements }: Facts,
  now: Date,
  today: string,
): ToAgree | null {
  if (way.kind !== "video") return null;
  const open = takenBack
    .filter((one) => isStanding(one) && !one.doneAt && agreedSince(placements, one.at, now).length === 0)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const [first] = open;
  if (!first) return null;
  return {
    takenBackAt: first.at,
    dueOn: first.dueOn,
    isOverdue: first.dueOn < today,
    disclosureIds: [...new Set(open.map(({ disclosureId }) => disclosureId))],
    dutyIds: open.map(({ dutyId }) => dutyId),
  };
}

/** When they took back what meeting there rests on, where nobody agreed on this very platform since. */
export function takenBackUnder(way: Way, { takenBack, placements }: Facts, now: Date): Date | null {
  if (way.kind !== "video") return null;
  const standing = takenBack.filter(
    (one) => isStanding(one) && !agreedSince(placements, one.at, now).includes(way.id),
  );
  return standing.reduce<Date | null>((last, { at }) => (last && last > at ? last : at), null);
}

function isStanding({ at, saidYesAt }: TakenBack): boolean {
  return !saidYesAt || saidYesAt <= at;
}

/** What was agreed with them after that moment and counts now, or will. */
function agreedSince(placements: readonly PlacementFacts[], at: Date, now: Date): string[] {
  const changes = [now, ...placements.map(({ since }) => since).filter((since) => since > now)];
  return changes.flatMap((change) => {
    const placed = countingPlacement(placements, change);
    return placed?.platformId && placed.placedAt > at ? [placed.platformId] : [];
  });
}
