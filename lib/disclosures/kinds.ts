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

/** Who needs a text of this kind unless the practice says otherwise: everybody it concerns. */
export const audienceOf = {
  "privacy-notice": "everyone",
  "platform-disclosure": "on-video",
  "recording-consent": "everyone",
  "video-sharing-consent": "recorded",
  "email-risk": "everyone",
  "electronic-records-consent": "everyone",
  "platform-trade-off": "by-hand",
  "ai-transcription": "by-hand",
  authorization: "by-hand",
} as const satisfies Record<DisclosureKind, string>;
