import type { PlatformKind } from "./naming";
import type { PlatformFact } from "./queries";

type FactKey = PlatformFact["key"];
type Known = Pick<PlatformFact, "value" | "source" | "checkedOn" | "goodUntil">;
type Facts = ReadonlyMap<FactKey, Known>;

export type PlaceOnRefusal = "platform-left" | "platform-lacks-agreement";

/** The practice has seen the vendor's agreement itself, and it is not over. */
export function hasCurrentAgreement({ facts }: { facts: Facts }, today: string): boolean {
  const agreement = facts.get("vendor-agreement");
  if (agreement?.value !== "yes" || agreement.source !== "checked") return false;
  return agreement.goodUntil === null || agreement.goodUntil >= today;
}

/** Why nobody can be put on this platform; phone and in person have no vendor. */
export function whyNotPlaceOn(
  platform: { kind: PlatformKind; leftAt: Date | null; facts: Facts },
  practice: { requiresVendorAgreement: boolean },
  today: string,
): PlaceOnRefusal | null {
  if (platform.leftAt) return "platform-left";
  if (platform.kind !== "video" || !practice.requiresVendorAgreement) return null;
  return hasCurrentAgreement(platform, today) ? null : "platform-lacks-agreement";
}

/** Nothing can be recorded there, rather than that nobody knows. */
export function canRecord({ facts }: { facts: Facts }): boolean {
  return facts.get("recording")?.value !== "no";
}

/** So many days a fact is taken as it is; from then on its age stands beside it. */
export const shelfDays = 180;

/** The age in days of a fact past its shelf life. Null while it is fresh; what nobody knows does not grow old. */
export function ageOf(fact: Known, today: string): number | null {
  if (fact.source === "unknown") return null;
  const days = (Date.parse(today) - Date.parse(fact.checkedOn)) / 86_400_000;
  return days > shelfDays ? days : null;
}

const goesAgainst = ["recording", "dial-in", "content-use"] as const;
export type Conflict = { with: (typeof goesAgainst)[number]; kind: "impossible" | "either" };

/** What cannot be together with end-to-end encryption; where one of the two is there in part, it is one or the other. */
export function conflictsOf(facts: Facts): Conflict[] {
  const encryption = facts.get("end-to-end-encryption")?.value;
  if (encryption !== "yes" && encryption !== "partly") return [];
  return goesAgainst.flatMap((key) => {
    const value = facts.get(key)?.value;
    if (value !== "yes" && value !== "partly") return [];
    return [{ with: key, kind: encryption === "yes" && value === "yes" ? "impossible" : "either" }];
  });
}
