import type { AuditEvent } from "@/lib/audit/events";
import type { YesOrNo } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isAcknowledged } from "@/lib/disclosures/rules";

type Given = { itemId: string; answer: YesOrNo };
type About = { patient: string; requestId: string; answerId: string; versionId: string };

/** What the trail keeps of an answer: that it was given, and which use got which answer, by their ids. */
export function answerEvent(
  about: About,
  kind: DisclosureKind,
  given: readonly Given[],
  expiresAt: Date | null,
): AuditEvent {
  const idsOf = (said: YesOrNo) => given.flatMap(({ itemId, answer }) => (answer === said ? [itemId] : []));
  const uses = { allowed: idsOf("yes"), refused: idsOf("no") };
  const yes = uses.allowed.length;
  const no = uses.refused.length;
  if (isAcknowledged(kind))
    return { name: "consent.acknowledged", outcome: yes > 0 ? "obtained" : "refused", ...about };
  if (yes === 0) return { name: "consent.refused", no, ...about, ...uses };
  const ends = expiresAt && { expiresAt: expiresAt.toISOString() };
  return { name: "consent.given", yes, no, ...about, ...uses, ...ends };
}
