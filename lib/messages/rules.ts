import type { Message } from "@/db/schema";

export type MailOutcome =
  | { state: "delivered" }
  /** `refused` is for good: the mailbox itself said no. Everything else is tried again. */
  | {
      state: "failed";
      kind: "refused" | "unreachable";
      cause: string;
      /** The mail was on its way when the server fell silent, or we did: it may have it. */
      isUnanswered?: boolean;
    };

/** Why a message need not go out any more. */
export type SettlementCause = "nothing-open" | "archived";

export type SendingFacts = {
  notBefore: Date | null;
  deliveredAt: Date | null;
  isSettled: boolean;
  /** The server took it, and whoever heard that was gone before it was recorded. */
  isTaken: boolean;
  attempts: number;
  failures: number;
  lastAttemptAt: Date | null;
  lastFailure: { kind: "refused" | "unreachable"; failedAt: Date; nextTryAt: Date | null } | null;
};

const minute = 60_000;
/** An attempt without an outcome for this long belongs to a worker that is gone; sending itself ends sooner. */
export const abandonedAfter = 2 * minute;
export const longestSending = 90_000;

export function isDue(facts: SendingFacts, now: Date): boolean {
  const { notBefore, deliveredAt, isSettled, lastAttemptAt, lastFailure } = facts;
  if (notBefore && notBefore > now) return false;
  if (deliveredAt || isSettled || lastFailure?.kind === "refused") return false;
  if (lastFailure?.nextTryAt && lastFailure.nextTryAt > now) return false;
  if (!lastAttemptAt || (lastFailure && lastAttemptAt <= lastFailure.failedAt)) return true;
  return lastAttemptAt.getTime() < now.getTime() - abandonedAfter;
}

/** Whether a message lets its reader in, so that its mailbox must still stand for them. Word of another address does not. */
export function letsIn(kind: Message["kind"]): kind is Exclude<Message["kind"], "address-changed"> {
  return kind !== "address-changed";
}

/** Whether a message leads to a question, which may be settled before it leaves. */
export function asksSomething(kind: Message["kind"]): boolean {
  return kind === "question" || kind === "reminder";
}

/** Whether a question mail, or a reminder, still has a question to lead to. */
export function whyNotOwed(subject: { hasOpen: boolean; isArchived: boolean }): SettlementCause | null {
  if (subject.isArchived) return "archived";
  return subject.hasOpen ? null : "nothing-open";
}

/** A fault of ours, by its name alone: what it says may quote people. It is tried again like an unreachable server. */
export function outcomeOfMistake(error: unknown): MailOutcome & { state: "failed" } {
  const name = error instanceof Error ? error.name : "unknown";
  return { state: "failed", kind: "unreachable", cause: `mistake ${name}` };
}

/**
 * One minute after the first try, then twice as long each time, at most six hours. A server that may have the mail
 * has at least ten minutes: what is sent again before it recovers may arrive twice.
 */
export function nextTry(attempts: number, now: Date, isUnanswered = false): Date {
  const pause = Math.min(2 ** (attempts - 1), 360) * minute;
  return new Date(now.getTime() + Math.max(pause, isUnanswered ? 10 * minute : 0));
}

/** How often a mail was handed over and nobody learnt whether the server took it. */
export type Doubt = "may-have-arrived" | "may-have-arrived-twice" | null;

export function doubtOf({
  unanswered,
  deliveredAt,
}: {
  unanswered: number;
  deliveredAt: Date | null;
}): Doubt {
  if (unanswered === 0) return null;
  return deliveredAt || unanswered > 1 ? "may-have-arrived-twice" : "may-have-arrived";
}

export type SendingFault = { responseCode?: number; command?: string; code?: string };

/**
 * A lasting "no" counts only when it is about this recipient or this message: 535 to our password or 554 to
 * our greeting is our own fault, and the patient's message must survive it.
 */
export function outcomeOfFault(
  { responseCode = 0, command = "", code = "" }: SendingFault,
  isHandedOver = false,
): MailOutcome {
  const aboutMessage = command === "RCPT TO" || command === "DATA";
  const lasting = responseCode >= 500 && responseCode < 600 && responseCode !== 503;
  const cause = [code, responseCode || null, command.split(" ")[0]].filter(Boolean).join(" ");
  const kind = aboutMessage && lasting ? "refused" : "unreachable";
  return { state: "failed", kind, cause, ...(isHandedOver && !responseCode && { isUnanswered: true }) };
}
