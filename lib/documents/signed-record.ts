import type { Language } from "@/lib/languages";

export const meanings = ["acknowledges-receipt", "consents", "refuses", "withdraws"] as const;
export type Meaning = (typeof meanings)[number];

/** Everything a sealed document says: the page is drawn from it and `record.json` carries it. Times are RFC 3339 UTC. */
export type SignedRecord = {
  schema: "candor/record/1";
  documentId: string;
  meaning: Meaning;
  language: Language;
  practice: { id: string; name: string; slug: string; timeZone: string; phone: string };
  patient: { id: string; legalName: string };
  signer: { printedName: string; capacity: "self" | "parent" | "guardian" | "proxy" };
  disclosure: {
    id: string;
    kind: string;
    versionId: string;
    versionNumber: number;
    effectiveFrom: string;
    title: string;
    inShort: string;
    body: string;
    textSha256: string;
  };
  items: SignedItem[];
  answer: { id: string; requestId: string; answeredAt: string; intent: string };
  withdrawal: { id: string; withdrawnAt: string; itemIds: string[] } | null;
  evidence: {
    route: "portal" | "in-person" | "paper" | "phone" | "system";
    authentication: "email-link" | "email-code";
    authenticatedAt: string;
    mark: "typed" | "drawn";
    markSha256: string | null;
    /** HMAC-SHA256 over the address and browser kept apart; opened only for a court. */
    commitment: string;
  };
  trail: { origin: string; sequence: number; leaf: string };
  appUrl: string;
};

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
  answer: "yes" | "no";
};
