import type { PlatformKind } from "./platform-name";
import type { PlatformFact } from "./queries";

export type FactKey = PlatformFact["key"];
export type FactValue = PlatformFact["value"];
export type FactSource = PlatformFact["source"];
/** What rules look at: a fact without who noted it. */
export type Known = Pick<PlatformFact, "value" | "source" | "checkedOn" | "goodUntil">;
export type KnownFacts = ReadonlyMap<FactKey, Known>;

/** In the order in which they are shown. */
export const factKeys = [
  "vendor-agreement",
  "end-to-end-encryption",
  "recording",
  "content-use",
  "guest-tracking",
  "outside-scrutiny",
  "account-needed",
  "in-browser",
  "dial-in",
  "cost",
  "quality",
  "ease",
] as const satisfies readonly FactKey[];

export const factValues = [
  "yes",
  "no",
  "partly",
  "good",
  "fair",
  "poor",
  "unknown",
] as const satisfies readonly FactValue[];

export const factSources = [
  "checked",
  "vendor",
  "opinion",
  "experience",
  "unknown",
] as const satisfies readonly FactSource[];

/** What only those who meet there can say; everything else can be looked up. */
const experienced: readonly FactKey[] = ["quality", "ease"];

/** What there is to know where no company stands between the two. */
const withoutVideo: readonly FactKey[] = ["recording", "outside-scrutiny", "cost", "quality", "ease"];

export function factKeysOf(kind: PlatformKind): readonly FactKey[] {
  return kind === "video" ? factKeys : factKeys.filter((key) => withoutVideo.includes(key));
}

export function valuesOf(key: FactKey): readonly FactValue[] {
  if (experienced.includes(key)) return ["good", "fair", "poor", "unknown"];
  return key === "vendor-agreement" ? ["yes", "no", "unknown"] : ["yes", "no", "partly", "unknown"];
}

/** Where a value of this key can come from; what nobody knows has no source. */
export function sourcesOf(key: FactKey): readonly FactSource[] {
  return experienced.includes(key) ? ["experience", "opinion"] : ["checked", "vendor", "opinion"];
}
