import type { FactKey, FactValue } from "@/lib/platforms/facts";

const yesNo = { yes: "yes", no: "no", partly: "partly" };
const possible = { yes: "possible", no: "not possible", partly: "partly possible" };
const grades = { good: "good", fair: "fair", poor: "poor" };

/** What a patient reads before they meet another way, in the therapist's own voice. */
export const english = {
  title: (now: string | null, there: string) =>
    now ? `From ${now} to ${there}: what is different there` : `What is different there: ${there}`,
  by: {
    video: (name: string) => `on ${name}`,
    phone: () => "by phone",
    "in-person": () => "in person",
  },
  begins: (day: string | null, by: string, insteadOf: string | null) =>
    `${day ? `From ${day} on` : "As soon as you know this"}, we meet ${by}${insteadOf ? ` instead of ${insteadOf}` : ""}.`,
  tried: (day: string) => `We try it until ${day}.`,
  onlyDifferences: "Here is only what is different there.",
  different: "What is different there",
  about: "About",
  now: (name: string) => `Now: ${name}`,
  there: (name: string) => `There: ${name}`,
  nothing: "Of what I know about the two, nothing is different.",
  notGuessed: "Where it says “not known”, I do not know it. I do not guess.",
  rows: {
    way: "How we meet",
    picture: "Picture",
    "vendor-agreement": "Privacy agreement with the company",
    "end-to-end-encryption": "Encrypted from your device to mine",
    recording: "Recording",
    "content-use": "Use of what we say for advertising or AI",
    "guest-tracking": "Tracking of people who join as guests",
    "outside-scrutiny": "Examined by outside experts",
    "account-needed": "You need an account",
    "in-browser": "Works in a browser",
    "dial-in": "Joining by phone",
    cost: "It costs you something",
    quality: "Sound and picture",
    ease: "Easy to use",
  } satisfies Record<FactKey | "way" | "picture", string>,
  ways: {
    video: "by video, through a company’s service",
    phone: "by telephone, without a video service",
    "in-person": "in one room, without any service",
  },
  pictures: {
    video: "we see each other on the screen",
    phone: "none: we only hear each other",
    "in-person": "we sit in one room",
  },
  values: {
    "vendor-agreement": { yes: "there is one", no: "there is none" },
    "end-to-end-encryption": yesNo,
    recording: possible,
    "content-use": yesNo,
    "guest-tracking": yesNo,
    "outside-scrutiny": yesNo,
    "account-needed": yesNo,
    "in-browser": yesNo,
    "dial-in": possible,
    cost: yesNo,
    quality: grades,
    ease: grades,
  } satisfies Record<FactKey, Partial<Record<FactValue, string>>>,
  unknown: "not known",
  sources: {
    checked: (day: string) => `checked on ${day}`,
    vendor: (day: string) => `the company says so, ${day}`,
    opinion: (day: string, name: string) => `opinion of ${name}, ${day}`,
    experience: (day: string) => `our experience, ${day}`,
    unknown: (day: string) => `looked for on ${day}`,
  },
  old: "more than six months ago",
  recording: {
    heading: "Your yes to recording",
    rests: (by: string) =>
      `You said yes to recording our sessions. When we meet ${by}, nothing can be recorded. Your yes is paused there, it is not lost. It counts again when we meet where recording is possible.`,
    again: "You said yes to recording our sessions. It is paused where we meet now. There, it counts again.",
  },
  next: "How it goes on",
  trialEnds: (day: string) =>
    `The trial ends by itself after ${day}. Then we meet as before, unless we decide to keep it.`,
  review: (day: string) => `On ${day} we look together at how it goes.`,
  back: "You can go back at any time, with one press and without giving a reason. So can I.",
  statements: {
    signed: "I have read what is different there.",
    explained: "What is different there was explained aloud.",
  },
  intent: {
    signed: "By pressing Sign I confirm that I have read what is different there.",
    explained: "I explained aloud what is different there, and answered what was asked.",
  },
};
