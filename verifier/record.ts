import type { Language } from "./languages";

export const meanings = [
  "acknowledges-receipt",
  "declines-receipt",
  "consents",
  "refuses",
  "withdraws",
  "acknowledges-trade-off",
  "explains-trade-off",
] as const;
export type Meaning = (typeof meanings)[number];
/** What is known of a way to meet, rather than an answer to a published text. */
export type TradeOffMeaning = "acknowledges-trade-off" | "explains-trade-off";
export type Capacity = "self" | "parent" | "guardian" | "proxy";

export type TextKind =
  | "privacy-notice"
  | "platform-disclosure"
  | "recording-consent"
  | "video-sharing-consent"
  | "email-risk"
  | "electronic-records-consent"
  | "platform-trade-off"
  | "ai-transcription"
  | "authorization";

/** Everything a sealed document says: the page is drawn from it and `record.json` carries it. Times are RFC 3339 UTC. */
export type SignedRecord = {
  schema: "candor/record/1";
  documentId: string;
  meaning: Meaning;
  language: Language;
  practice: { id: string; name: string; slug: string; timeZone: string; phone: string };
  patient: { id: string; legalName: string };
  /** Both null when who pressed gave no name: they read the mailbox on file, and that is all that is known. */
  signer: { printedName: string | null; capacity: Capacity | null };
  disclosure: {
    id: string;
    kind: TextKind;
    /** Only of a published text: what is different elsewhere is put together for one patient. */
    versionId?: string;
    versionNumber?: number;
    effectiveFrom?: string;
    title: string;
    inShort: string;
    body: string;
    textSha256: string;
  };
  items: SignedItem[];
  answer: {
    id: string;
    requestId: string;
    answeredAt: string;
    intent: string;
    /** Only where it ends by itself: the first moment it no longer counts. */
    expiresAt?: string;
  };
  /** Documents sealed before `earlier` was kept lack it. */
  withdrawal: (TakenBack & { earlier?: TakenBack[] }) | null;
  /** Only where it was explained to the patient: the day of that session, as YYYY-MM-DD. */
  explainedOn?: string;
  /** Only where it was said aloud: who of the practice was told or said it, and wrote it down. */
  notedBy?: { staffId: string; name: string };
  evidence: {
    route: "portal" | "in-person" | "paper" | "phone" | "system";
    authentication: "email-link" | "email-code" | "question-link";
    authenticatedAt: string;
    mark: "typed" | "drawn" | "pressed" | "spoken" | "explained";
    markSha256: string | null;
    /** HMAC-SHA256 over the address and browser kept apart; opened only for a court. */
    commitment: string;
    /** Only where the page saw it: the browser showed other words than were sent, as a translation does. */
    rewritten?: true;
  };
  trail: { origin: string; sequence: number; leaf: string };
  appUrl: string;
};

/** Written beside the record before it is sealed: whether the seal is to carry a time stamp, and if not, why. */
export const stampWords = ["asked", "not-asked", "failed"] as const;
export type StampWord = (typeof stampWords)[number];

export type SignedItem = {
  id: string;
  position: number;
  required: boolean;
  label: string;
  whatFor: string;
  whoSees: string;
  where: string;
  until: string;
  copy: string;
  /** Null when it was left open. */
  answer: "yes" | "no" | null;
};

export type TakenBack = { id: string; withdrawnAt: string; itemIds: string[] };

/** Whether it is about what is different where they will meet, and so permits nothing. */
export function isOfTradeOff({ meaning }: Pick<SignedRecord, "meaning">): boolean {
  return meaning === "acknowledges-trade-off" || meaning === "explains-trade-off";
}

/** The withdrawal that took a use back, this one or one before it; null while its answer stands. */
export function takenBackBy({ withdrawal }: SignedRecord, item: SignedItem): TakenBack | null {
  const all = withdrawal ? [withdrawal, ...(withdrawal.earlier ?? [])] : [];
  return all.find(({ itemIds }) => itemIds.includes(item.id)) ?? null;
}

/** What a withdrawal leaves of the uses: taken back now or before, still allowed, or never allowed. */
export function usesLeft(record: SignedRecord) {
  const takenBack = record.items.filter((item) => takenBackBy(record, item));
  const rest = record.items.filter((item) => !takenBack.includes(item));
  return {
    takenBack,
    stillAllowed: rest.filter(({ answer }) => answer === "yes"),
    notAllowed: rest.filter(({ answer }) => answer !== "yes"),
  };
}
