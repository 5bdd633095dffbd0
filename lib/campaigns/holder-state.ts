import type { RequestFacts } from "@/lib/consents/consent-state";
import type { CampaignSkip } from "./rules";

export const holderStates = [
  "to-ask",
  "not-asked",
  "leaving",
  "reached",
  "not-reached",
  "in-the-room",
  "opened",
  "talk-first",
  "answered",
  "asked-not-to",
  "taken-back",
  "skipped",
] as const;
export type HolderState = (typeof holderStates)[number];

/** The newest mail about a question: on its way, arrived, or not. */
export type MailFacts = { deliveredAt: Date | null; isRefused: boolean; isLate: boolean };

export type AskedHolder = {
  skip: CampaignSkip | null;
  request: Pick<RequestFacts, "answer" | "cancelledAt" | "declinedAt" | "talkFirstSince" | "openedAt"> | null;
  hasEmail: boolean;
  mail: MailFacts | null;
  isStopped: boolean;
};

/** How far a campaign has come with one person. What did not arrive is never counted as waiting. */
export function holderState({ skip, request, hasEmail, mail, isStopped }: AskedHolder): HolderState {
  if (skip) return "skipped";
  if (!request) return isStopped ? "not-asked" : "to-ask";
  if (request.answer) return "answered";
  if (request.cancelledAt) return "taken-back";
  if (request.declinedAt) return "asked-not-to";
  if (request.talkFirstSince) return "talk-first";
  if (request.openedAt) return "opened";
  if (mail?.deliveredAt) return "reached";
  if (mail?.isRefused || mail?.isLate) return "not-reached";
  if (!hasEmail || !mail) return "in-the-room";
  return "leaving";
}

/** Who has to be called or asked in the room, because no message reaches them. */
export function isToCall(state: HolderState): boolean {
  return state === "not-reached" || state === "in-the-room";
}
