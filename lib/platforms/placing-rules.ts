import { type FarDayRefusal, whyNotSoFar } from "@/lib/coming-day";
import { startOfDay, today } from "@/lib/dates";
import { platformChanges } from "./platform-changes";
import type { DefaultFacts, PlacementFacts } from "./platform-of-record";
import { type PlaceOnRefusal, whyNotPlaceOn } from "./rules";

type PlatformFacts = Parameters<typeof whyNotPlaceOn>[0] & { id: string };
type PracticeFacts = Parameters<typeof whyNotPlaceOn>[1];

/** The first moment of what was chosen: of today it is now, and so it is without a day. */
export function firstMoment(from: string | null, now: Date, timeZone: string): Date {
  return from === null || from === today(now, timeZone) ? now : startOfDay(from, timeZone);
}

export type DefaultRefusal = PlaceOnRefusal | FarDayRefusal | "default-in-past" | "default-unchanged";

/** What the practice meets on from a day: it has to be able to then, and to change something. */
export function whyNotSetDefault(facts: {
  platform: PlatformFacts;
  practice: PracticeFacts;
  /** What it would have met on at that moment anyway. */
  former: Pick<DefaultFacts, "platformId"> | null;
  /** The day it begins, and the day it is. */
  from: string;
  today: string;
}): DefaultRefusal | null {
  const { platform, practice, former, from } = facts;
  if (from < facts.today) return "default-in-past";
  const tooFar = whyNotSoFar([from], facts.today);
  if (tooFar) return tooFar;
  if (former?.platformId === platform.id) return "default-unchanged";
  return whyNotPlaceOn(platform, practice, from);
}

export type PlaceRefusal =
  | PlaceOnRefusal
  | FarDayRefusal
  | "placement-in-past"
  | "placement-unchanged"
  | "patient-archived"
  | "group-ended";

/** A platform of null is the way back to whatever the practice meets on. */
export function whyNotPlace(facts: {
  platform: PlatformFacts | null;
  practice: PracticeFacts;
  placements: readonly PlacementFacts[];
  defaults: readonly DefaultFacts[];
  since: Date;
  from: string;
  today: string;
}): PlaceRefusal | null {
  const { platform, practice, placements, defaults, since, from } = facts;
  if (from < facts.today) return "placement-in-past";
  const tooFar = whyNotSoFar([from], facts.today);
  if (tooFar) return tooFar;
  // This also ends what was to begin later, and a trial: ending those counts as a change.
  const changes = platformChanges(placements, defaults);
  const current = changes.findLast(({ at }) => at <= since);
  const reached = [...(current ? [current] : []), ...changes.filter(({ at }) => at > since)];
  const isSame = platform
    ? reached.length > 0 && reached.every(({ record }) => record?.isOwn && record.platformId === platform.id)
    : reached.every(({ record }) => !record?.isOwn);
  if (isSame) return "placement-unchanged";
  return platform && whyNotPlaceOn(platform, practice, from);
}
