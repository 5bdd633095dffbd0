import type { RequestFacts } from "@/lib/consents/consent-state";
import type { DisclosureKind } from "@/lib/disclosures/kinds";

/** What is needed may be reminded of as often as the practice says; what is voluntary, once. */
export function mostReminders(kind: DisclosureKind, ofPractice: number): number {
  const isNeeded =
    kind === "privacy-notice" || kind === "platform-disclosure" || kind === "electronic-records-consent";
  return isNeeded ? ofPractice : Math.min(ofPractice, 1);
}

export type WaitingQuestion = Pick<
  RequestFacts,
  "answer" | "cancelledAt" | "declinedAt" | "ending" | "talkFirstSince" | "startedByPatient"
> & { kind: DisclosureKind; retired: boolean; reminders: number };

/** Whether one more word about a question helps, and is not a push. */
export function isToRemind(question: WaitingQuestion, ofPractice: number): boolean {
  const { answer, cancelledAt, declinedAt, ending, talkFirstSince } = question;
  if (answer || cancelledAt || declinedAt || ending || talkFirstSince) return false;
  if (question.startedByPatient || question.retired) return false;
  return question.reminders < mostReminders(question.kind, ofPractice);
}

/** Whether every word so far arrived, the last of them so many days ago. */
export function isTimeToRemind(
  deliveries: readonly (Date | null)[],
  reminderDays: number,
  now: Date,
): boolean {
  const latest = now.getTime() - reminderDays * 86_400_000;
  return deliveries.length > 0 && deliveries.every((at) => at !== null && at.getTime() <= latest);
}

export type ExpiringAnswer = { expiresAt: Date | null; answeredAt: Date };

/** Whether an answer ends within the practice's days and nobody has been asked about it since. */
export function isToRenew(
  answer: ExpiringAnswer,
  asked: readonly Pick<RequestFacts, "askedAt" | "cancelledAt">[],
  renewalDays: number,
  now: Date,
): boolean {
  const { expiresAt, answeredAt } = answer;
  if (!expiresAt || expiresAt <= now) return false;
  if (expiresAt.getTime() > now.getTime() + renewalDays * 86_400_000) return false;
  return !asked.some(({ askedAt, cancelledAt }) => askedAt > answeredAt && !cancelledAt);
}
