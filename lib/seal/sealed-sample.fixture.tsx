import { Document, Page, renderToBuffer, Text } from "@react-pdf/renderer";
import { receiptJson } from "@/lib/documents/receipt";
import type { SignedRecord } from "@/verifier/record";
import { makeInstallationAuthority, makePracticeSeal } from "./certificates";
import { type SealedPdf, sealPdf, type Unsealed } from "./seal-pdf";

/** The sample is sealed on a fixed day, which has to lie within the certificates' time whenever the tests run. */
const certifiedAt = new Date("2026-11-01T08:00:00Z");

/** A small document, an authority and a practice's seal. */
export const sampleAuthority = makeInstallationAuthority("Sample installation", certifiedAt);

export const samplePractice = {
  id: "0198f3a0-0000-7000-8000-000000000001",
  name: "Harbor Lane Therapy",
  slug: "harbor-lane",
};

export const sampleSeal = sealFor(samplePractice.id);

export function sealFor(practiceId: string, authority = sampleAuthority) {
  return makePracticeSeal({
    authority,
    practiceName: samplePractice.name,
    practiceSlug: samplePractice.slug,
    practiceId,
    now: certifiedAt,
  });
}

export const sampleRecord: SignedRecord = {
  schema: "candor/record/1",
  documentId: "0198f3a0-0000-7000-8000-000000000002",
  meaning: "consents",
  language: "en",
  practice: { ...samplePractice, timeZone: "America/Los_Angeles", phone: "+1 555 0100" },
  patient: { id: "0198f3a0-0000-7000-8000-000000000003", legalName: "Łukasz Ojeda" },
  signer: { printedName: "Łukasz Ojeda", capacity: "self" },
  disclosure: {
    id: "0198f3a0-0000-7000-8000-000000000004",
    kind: "recording-consent",
    versionId: "0198f3a0-0000-7000-8000-000000000005",
    versionNumber: 3,
    effectiveFrom: "2026-11-01T08:00:00.000Z",
    title: "Recording our sessions",
    inShort: "You decide each use separately.",
    body: "May I record some of our sessions? %%EOF /ByteRange [0 1 2 3]",
    textSha256: "0".repeat(64),
  },
  items: [
    {
      id: "0198f3a0-0000-7000-8000-000000000006",
      position: 1,
      required: true,
      label: "Look back",
      whatFor: "Looking back",
      whoSees: "Only I",
      where: "An encrypted drive",
      until: "90 days",
      copy: "You may have one",
      answer: "yes",
    },
  ],
  answer: {
    id: "0198f3a0-0000-7000-8000-000000000007",
    requestId: "0198f3a0-0000-7000-8000-000000000008",
    answeredAt: "2026-11-20T17:04:31.000Z",
    intent: "This is my answer.",
  },
  withdrawal: null,
  evidence: {
    route: "portal",
    authentication: "email-link",
    authenticatedAt: "2026-11-20T17:00:00.000Z",
    mark: "typed",
    markSha256: null,
    commitment: "1".repeat(64),
  },
  trail: { origin: "sample", sequence: 12, leaf: "2".repeat(64) },
  appUrl: "https://candor.test",
};

export async function drawSample(sentence = "I do NOT consent"): Promise<Buffer> {
  return renderToBuffer(
    <Document pdfVersion="1.7" title="Recording our sessions %%EOF" language="en">
      <Page size="A4">
        <Text>{sentence}</Text>
      </Page>
      <Page size="A4">
        <Text>How this document can be checked</Text>
      </Page>
    </Document>,
  );
}

export async function sealSample(
  changes: Partial<Omit<Unsealed, "record">> & { record?: string; seal?: typeof sampleSeal } = {},
): Promise<SealedPdf> {
  const { seal = sampleSeal, record, ...others } = changes;
  return sealPdf({
    pdf: await drawSample(),
    record: (timeStamp) => record ?? receiptJson(sampleRecord, timeStamp),
    key: seal.privateKey,
    certificate: seal.certificate,
    chain: [sampleAuthority.certificate],
    claimedAt: new Date("2026-11-23T17:04:40Z"),
    signerName: samplePractice.name,
    reason: "Sealed by the practice over the patient's answer",
    ...others,
  });
}
