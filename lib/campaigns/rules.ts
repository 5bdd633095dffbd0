import type { ConsentState } from "@/lib/consents/consent-state";
import type { VersionFacts } from "@/lib/disclosures/rules";
import { type AskingFacts, whySkip } from "@/lib/requests/rules";

export const campaignSkips = [
  "archived",
  "mailbox-outgrown",
  "already-asked",
  "already-satisfied",
  "said-no",
  "asked-not-to",
  "not-met",
  "retired",
  "newer-text",
] as const;
export type CampaignSkip = (typeof campaignSkips)[number];

export type HolderFacts = AskingFacts & {
  /** The text the campaign asks about. */
  version: VersionFacts;
  /** A campaign about a later text of the same disclosure, that nobody stopped. */
  hasLaterCampaign: boolean;
  /** The text that the question puts which waits for them; null when none does. */
  questionText: VersionFacts | null;
};

/**
 * What to do about one holder whose turn has come: ask, or not and why. Who still reads an earlier text, before this
 * one is in force, waits: answered or not, their turn comes again.
 */
export function turnOf(facts: HolderFacts, state: ConsentState, now: Date): "ask" | "wait" | CampaignSkip {
  const { versions, version, questionText } = facts;
  const numberOf = (id: string | undefined) => versions.find((one) => one.id === id)?.number ?? 0;
  if (facts.hasLaterCampaign) return "newer-text";
  const upcoming = numberOf(state.upcoming?.versionId) >= version.number ? state.upcoming : null;
  const isAsked = questionText !== null && questionText.number >= version.number;
  const about = { ...state, upcoming, question: isAsked ? state.question : null };
  const reason = whySkip(facts, about, now);
  if (reason && reason !== "nothing-published") return reason;
  if (state.word === "withdrawn") return "said-no";
  return questionText ? "wait" : "ask";
}

export type CampaignRefusal = "campaign-stopped" | "campaign-finished";

/** A campaign can be stopped as long as somebody is left to be asked. */
export function whyNotStopCampaign(facts: { stoppedAt: Date | null; left: number }): CampaignRefusal | null {
  if (facts.stoppedAt) return "campaign-stopped";
  return facts.left === 0 ? "campaign-finished" : null;
}
