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
