import type { RequestFacts } from "@/lib/consents/consent-state";

export type SendAgainRefusal =
  | "patient-archived"
  | "no-address"
  | "mailbox-outgrown"
  | "nothing-waits"
  | "mail-just-sent";

/** How the newest mail about a question to the address in force went. */
export type LatestMail = {
  owedAt: Date;
  deliveredAt: Date | null;
  settledAt: Date | null;
  failure: "refused" | "unreachable" | null;
};

const atMostEvery = 60 * 60_000;

type Waiting = Pick<
  RequestFacts,
  "answer" | "cancelledAt" | "declinedAt" | "ending" | "talkFirstSince" | "startedByPatient"
>;

/** Whether a question waits for word from somebody who may be written to about it. */
export function isToBeSent(request: Waiting): boolean {
  const { answer, cancelledAt, declinedAt, ending, talkFirstSince, startedByPatient } = request;
  return !(answer || cancelledAt || declinedAt || ending || talkFirstSince || startedByPatient);
}

/** Whether one more mail helps: none is on its way, and none arrived just now. */
export function maySend(mail: LatestMail | undefined, now: Date): boolean {
  if (!mail || mail.settledAt) return true;
  if (mail.deliveredAt) return mail.deliveredAt.getTime() <= now.getTime() - atMostEvery;
  return mail.failure === "refused";
}

export function whyNotSendAgain(facts: {
  isArchived: boolean;
  hasEmail: boolean;
  isReachable: boolean;
  waiting: number;
  sendable: number;
}): SendAgainRefusal | null {
  if (facts.isArchived) return "patient-archived";
  if (!facts.hasEmail) return "no-address";
  if (!facts.isReachable) return "mailbox-outgrown";
  if (facts.waiting === 0) return "nothing-waits";
  return facts.sendable === 0 ? "mail-just-sent" : null;
}
