import type { YesOrNo } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";
import type { Meaning, TradeOffMeaning } from "@/verifier/record";

/** What a signature under these answers means, in the fixed words of 21 CFR 11.50. */
export function signatureMeaning(
  kind: DisclosureKind,
  answers: readonly YesOrNo[],
): Exclude<Meaning, "withdraws" | TradeOffMeaning> {
  const isYes = answers.includes("yes");
  if (isAcknowledged(kind)) return isYes ? "acknowledges-receipt" : "declines-receipt";
  return isYes ? "consents" : "refuses";
}
