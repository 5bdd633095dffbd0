import type { AuditEvent } from "@/lib/audit/events";
import type { YesOrNo } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";

type Given = { itemId: string; answer: YesOrNo };
type About = { patient: string; requestId: string; answerId: string; versionId: string };

/** What the trail keeps of an answer: that it was given, and how many uses it allows, never which. */
export function answerEvent(
  about: About,
  kind: DisclosureKind,
  given: readonly Given[],
  expiresAt: Date | null,
): AuditEvent {
  const yes = given.filter(({ answer }) => answer === "yes").length;
  const no = given.length - yes;
  if (isAcknowledged(kind))
    return { name: "consent.acknowledged", outcome: yes > 0 ? "obtained" : "refused", ...about };
  if (yes === 0) return { name: "consent.refused", no, ...about };
  const ends = expiresAt && { expiresAt: expiresAt.toISOString() };
  return { name: "consent.given", yes, no, ...about, ...ends };
}
