import { type FarDayRefusal, whyNotSoFar } from "@/lib/coming-day";
import type { Known, KnownFacts } from "./facts";
import { type FactKey, type FactSource, type FactValue, factKeysOf, sourcesOf, valuesOf } from "./facts";
import type { PlatformKind } from "./platform-name";

export type PlaceOnRefusal = "platform-left" | "platform-lacks-agreement";
export type AddPlatformRefusal = "platform-already-listed";
export type NoteFactRefusal =
  | "fact-not-of-platform"
  | "fact-value-unfit"
  | "fact-source-unfit"
  | "fact-opinion-of-nobody"
  | "fact-in-future"
  | "fact-over-before-checked"
  | FarDayRefusal;
export type LeavePlatformRefusal = "platform-is-default" | "platform-of-somebody" | "platform-already-left";
export type ReturnRefusal = "platform-not-left";
export type TroubleRefusal =
  | "patient-archived"
  | "trouble-nowhere"
  | "trouble-not-of-platform"
  | "trouble-already-noted";

/** The practice has seen the vendor's agreement itself, and it is not over. */
export function hasCurrentAgreement({ facts }: { facts: KnownFacts }, today: string): boolean {
  return agreementOf(facts, today).state === "current";
}

export type Agreement = {
  /** "claimed": somebody says that there is one, and the practice has not seen it. */
  state: "current" | "lapsed" | "claimed" | "none" | "unknown";
  /** The last day it holds, where one is known. */
  until: string | null;
};

export function agreementOf(facts: KnownFacts, today: string): Agreement {
  const agreement = facts.get("vendor-agreement");
  const until = agreement?.goodUntil ?? null;
  if (!agreement || agreement.value === "unknown") return { state: "unknown", until: null };
  if (agreement.value !== "yes") return { state: "none", until: null };
  if (until !== null && until < today) return { state: "lapsed", until };
  return { state: agreement.source === "checked" ? "current" : "claimed", until };
}

/** Why nobody can be put on this platform; phone and in person have no vendor. */
export function whyNotPlaceOn(
  platform: { kind: PlatformKind; leftAt: Date | null; facts: KnownFacts },
  practice: { requiresVendorAgreement: boolean },
  today: string,
): PlaceOnRefusal | null {
  if (platform.leftAt) return "platform-left";
  return lacksAgreement(platform, practice, today) ? "platform-lacks-agreement" : null;
}

function lacksAgreement(
  platform: { kind: PlatformKind; facts: KnownFacts },
  practice: { requiresVendorAgreement: boolean },
  today: string,
): boolean {
  if (platform.kind !== "video" || !practice.requiresVendorAgreement) return false;
  return !hasCurrentAgreement(platform, today);
}

/** Nothing can be recorded there, rather than that nobody knows. */
export function canRecord({ facts }: { facts: KnownFacts }): boolean {
  return facts.get("recording")?.value !== "no";
}

/** So many days a fact is taken as it is; from then on its age stands beside it. */
const shelfDays = 180;

/** The age in days of a fact past its shelf life. Null while it is fresh; what nobody knows does not grow old. */
export function ageOf(fact: Known, today: string): number | null {
  if (fact.source === "unknown") return null;
  const days = daysBetween(fact.checkedOn, today);
  return days > shelfDays ? days : null;
}

const goesAgainst = ["recording", "dial-in", "content-use"] as const;
export type Conflict = { with: (typeof goesAgainst)[number]; kind: "impossible" | "either" };

/** What cannot be together with end-to-end encryption; where one of the two is there in part, it is one or the other. */
export function conflictsOf(facts: KnownFacts): Conflict[] {
  const encryption = facts.get("end-to-end-encryption")?.value;
  if (encryption !== "yes" && encryption !== "partly") return [];
  return goesAgainst.flatMap((key) => {
    const value = facts.get(key)?.value;
    if (value !== "yes" && value !== "partly") return [];
    return [{ with: key, kind: encryption === "yes" && value === "yes" ? "impossible" : "either" }];
  });
}

/** So many days before it ends, an agreement is to be renewed. */
const renewalDays = 30;

/** Something about it is to be looked at: its agreement, what is old, or what cannot be true together. */
export function needsALook(
  platform: { kind: PlatformKind; facts: KnownFacts },
  practice: { requiresVendorAgreement: boolean },
  today: string,
): boolean {
  const { state, until } = agreementOf(platform.facts, today);
  const endsSoon = state === "current" && until !== null && daysBetween(today, until) <= renewalDays;
  return (
    endsSoon ||
    state === "lapsed" ||
    lacksAgreement(platform, practice, today) ||
    [...platform.facts.values()].some((fact) => ageOf(fact, today) !== null) ||
    conflictsOf(platform.facts).some(({ kind }) => kind === "impossible")
  );
}

/** A service is listed once, however its name is written; phone and in person are one each. */
export function whyNotAddPlatform(
  platform: { kind: PlatformKind; name: string },
  listed: readonly { kind: PlatformKind; name: string }[],
): AddPlatformRefusal | null {
  const isListed = listed.some(
    ({ kind, name }) =>
      (kind === platform.kind && kind !== "video") || name.toLowerCase() === platform.name.toLowerCase(),
  );
  return isListed ? "platform-already-listed" : null;
}

type NotedFact = {
  key: FactKey;
  value: FactValue;
  source: FactSource;
  sourceName: string | null;
  checkedOn: string;
  goodUntil: string | null;
};

export function whyNotNoteFact(
  platform: { kind: PlatformKind },
  fact: NotedFact,
  today: string,
): NoteFactRefusal | null {
  const { key, value, source, sourceName, checkedOn, goodUntil } = fact;
  if (!factKeysOf(platform.kind).includes(key)) return "fact-not-of-platform";
  if (!valuesOf(key).includes(value)) return "fact-value-unfit";
  const isFit = value === "unknown" ? source === "unknown" : sourcesOf(key).includes(source);
  if (!isFit) return "fact-source-unfit";
  if (source === "opinion" && !sourceName) return "fact-opinion-of-nobody";
  if (checkedOn > today) return "fact-in-future";
  if (goodUntil !== null && goodUntil < checkedOn) return "fact-over-before-checked";
  return whyNotSoFar([goodUntil], today);
}

/** What the practice meets on, or will, stays; and so does what anybody meets on or comes back to. */
export function whyNotLeavePlatform(
  platform: { leftAt: Date | null },
  use: { isDefault: boolean; owners: number },
): LeavePlatformRefusal | null {
  if (platform.leftAt) return "platform-already-left";
  if (use.isDefault) return "platform-is-default";
  return use.owners > 0 ? "platform-of-somebody" : null;
}

export function whyNotReturnTo(platform: { leftAt: Date | null }): ReturnRefusal | null {
  return platform.leftAt ? null : "platform-not-left";
}

export const troubleKinds = ["could-not-get-in", "sound-poor", "picture-poor", "line-dropped"] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** What can go wrong there: a phone shows no picture, and in person there is no line. */
export function troublesOf(kind: PlatformKind): readonly TroubleKind[] {
  if (kind === "in-person") return [];
  return kind === "video" ? troubleKinds : troubleKinds.filter((trouble) => trouble !== "picture-poor");
}

/** Pressed twice within so many minutes it is the same trouble. */
const sameTroubleMinutes = 10;

export function whyNotNoteTrouble(
  patient: { isArchived: boolean },
  platform: { id: string; kind: PlatformKind } | null,
  kind: TroubleKind,
  latest: { platformId: string; kind: TroubleKind; reportedAt: Date } | null,
  now: Date,
): TroubleRefusal | null {
  if (patient.isArchived) return "patient-archived";
  if (!platform) return "trouble-nowhere";
  if (!troublesOf(platform.kind).includes(kind)) return "trouble-not-of-platform";
  if (latest?.platformId !== platform.id || latest.kind !== kind) return null;
  const minutes = (now.getTime() - latest.reportedAt.getTime()) / 60_000;
  return minutes < sameTroubleMinutes ? "trouble-already-noted" : null;
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
