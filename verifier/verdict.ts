import type { SignedRecord } from "./record";

/** In bytes; our own copies are far smaller. */
export const largestFile = 20 * 1024 * 1024;

export const notCheckableReasons = [
  "not-a-pdf",
  "too-large",
  "encrypted",
  "no-signature",
  "truncated",
] as const;
export type NotCheckable = (typeof notCheckableReasons)[number];

export const alterations = [
  "byte-changed",
  "bytes-appended",
  "bytes-before",
  "second-revision",
  "second-signature",
  "wrong-range",
  "padding-filled",
  "hidden-content",
  "wrong-shape",
  "broken-seal",
  "broken-timestamp",
  "stamp-missing",
  "stamp-added",
] as const;
export type Alteration = (typeof alterations)[number];

export const unknownIdentities = [
  "foreign-authority",
  "not-published",
  "not-valid-then",
  "other-practice",
  "not-judged",
] as const;
export type UnknownIdentity = (typeof unknownIdentities)[number];

export type Integrity =
  /** `except`: older copies do not protect their time stamp. */
  | { state: "intact"; except?: "stamp" }
  | { state: "altered"; reason: Alteration }
  | { state: "not-checkable"; reason: NotCheckable };

export type Identity =
  | { state: "known"; practice: { name: string; slug: string }; fingerprint: string }
  | { state: "unknown"; reason: UnknownIdentity; fingerprint: string | null };

export type SealTime =
  | { state: "trusted"; at: string; authority: string }
  | { state: "claimed"; at: string; reason: "no-timestamp" | "unknown-time-service" }
  | { state: "not-judged" };

/** Three separate answers, the file's own fingerprint, and what the document says when it is intact. */
export type Verdict = {
  sha256: string;
  integrity: Integrity;
  identity: Identity;
  time: SealTime;
  record: SignedRecord | null;
};

/** What was found, as one word for each of the three answers. */
export type IntegrityCode =
  | "intact"
  | "intact.except-stamp"
  | `altered.${Alteration}`
  | `not-checkable.${NotCheckable}`;
export type IdentityCode = "known" | `unknown.${UnknownIdentity}`;
export type TimeCode = "trusted" | "claimed.no-timestamp" | "claimed.unknown-time-service" | "not-judged";
export type VerdictCode = IntegrityCode | IdentityCode | TimeCode;
