export const disclosureKinds = [
  "privacy-notice",
  "platform-disclosure",
  "recording-consent",
  "video-sharing-consent",
  "email-risk",
  "electronic-records-consent",
  "platform-trade-off",
  "ai-transcription",
  "authorization",
] as const;

export type DisclosureKind = (typeof disclosureKinds)[number];

/**
 * Who needs a text of this kind unless the practice says otherwise. What it is like to meet by video is read before the
 * first time, so by everyone: who said yes to it is on video only then.
 */
export const audienceOf = {
  "privacy-notice": "everyone",
  "platform-disclosure": "everyone",
  "recording-consent": "everyone",
  "video-sharing-consent": "recorded",
  "email-risk": "everyone",
  "electronic-records-consent": "everyone",
  "platform-trade-off": "by-hand",
  "ai-transcription": "by-hand",
  authorization: "by-hand",
} as const satisfies Record<DisclosureKind, string>;
