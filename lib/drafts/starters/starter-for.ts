import type { DisclosureKind } from "@/lib/disclosures/kinds";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { aiStarter } from "./ai-starter";
import { authorizationStarter } from "./authorization-starter";
import { electronicRecordsStarter } from "./electronic-records-starter";
import { emailStarter } from "./email-starter";
import { platformStarter } from "./platform-starter";
import { privacyNoticeStarter } from "./privacy-notice-starter";
import { recordingStarter } from "./recording-starter";
import { draftOf, type Starter } from "./starter";
import { tradeOffStarter } from "./trade-off-starter";
import { videoSharingStarter } from "./video-sharing-starter";

const starters: Record<DisclosureKind, Starter> = {
  "privacy-notice": privacyNoticeStarter,
  "platform-disclosure": platformStarter,
  "recording-consent": recordingStarter,
  "video-sharing-consent": videoSharingStarter,
  "email-risk": emailStarter,
  "electronic-records-consent": electronicRecordsStarter,
  "platform-trade-off": tradeOffStarter,
  "ai-transcription": aiStarter,
  authorization: authorizationStarter,
};

/** Something good to begin with; what only the practice knows stands in square brackets and waits to be filled in. */
export function starterFor(kind: DisclosureKind): DraftContent {
  return draftOf(starters[kind]);
}
