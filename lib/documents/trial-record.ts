import { intentSentences } from "@/lib/answers/wording";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { env } from "@/lib/env";
import type { Language } from "@/lib/languages";
import type { DisclosureText } from "@/lib/markdown/markdown";
import type { SignedRecord } from "@/verifier/record";

const id = "00000000-0000-7000-8000-000000000000";
const sha256 = "0".repeat(64);
const name = "Maximiliana Wolkenstein-Montgomery";

type Draft = {
  practice: SignedRecord["practice"];
  disclosure: { id: string; kind: DisclosureKind };
  language: Language;
  number: number;
  text: DisclosureText;
  now: Date;
};

/** What a copy of this draft would say if somebody nobody knows had answered it: drawn and compared, never kept. */
export function trialRecord({ practice, disclosure, language, number, text, now }: Draft): SignedRecord {
  const at = now.toISOString();
  const { title, inShort, body, items } = text;
  return {
    schema: "candor/record/1",
    documentId: id,
    meaning: "consents",
    language,
    practice,
    patient: { id, legalName: name },
    signer: { printedName: name, capacity: "guardian" },
    disclosure: {
      ...disclosure,
      versionId: id,
      versionNumber: number,
      effectiveFrom: at,
      title,
      inShort,
      body,
      textSha256: sha256,
    },
    items: items.map((item, at) => ({ ...item, id: `${at}`, position: at + 1, answer: "yes" })),
    answer: { id, requestId: id, answeredAt: at, intent: intentSentences.consents[language] },
    withdrawal: null,
    evidence: {
      route: "portal",
      authentication: "email-link",
      authenticatedAt: at,
      mark: "typed",
      markSha256: null,
      commitment: sha256,
    },
    trail: { origin: practice.slug, sequence: 1, leaf: sha256 },
    appUrl: env().appUrl,
  };
}
