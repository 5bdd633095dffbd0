import { createHash, type KeyObject, sign } from "node:crypto";
import { Refused } from "@/lib/errors";
import { readCertificate } from "@/verifier/certificate";
import type { StampWord } from "@/verifier/record";
import { type KeptStamp, signedAttributes, withLowS, writeSeal } from "@/verifier/seal";
import { plainSlot } from "@/verifier/slot";
import { verifyDocument } from "@/verifier/verify-document";
import { setOf } from "@/verifier/write-der";
import { preparePdf } from "./prepare-pdf";
import type { TimestampFailure } from "./timestamp";

export type Unsealed = {
  pdf: Uint8Array;
  /** The text of record.json, which says whether the seal carries a time stamp. */
  record: (timeStamp: StampWord) => string;
  key: KeyObject;
  certificate: Uint8Array;
  /** The issuers of the certificate, up to the installation's authority. */
  chain: Uint8Array[];
  claimedAt: Date;
  signerName: string;
  reason: string;
  timestamp?: (digest: Buffer) => Promise<Buffer>;
};

export type SealedPdf = {
  bytes: Buffer;
  sha256: string;
  level: "B-B" | "B-T";
  /** Why there is no trusted time although one was asked for. */
  timestampFailure: string | null;
};

const slotBytes = { plain: plainSlot, stamped: 16_384 };
const largestTimestamp = slotBytes.stamped - slotBytes.plain;

/** Seals a finished PDF once and for ever; a result our own verifier would not accept is a bug and throws. */
export async function sealPdf(unsealed: Unsealed): Promise<SealedPdf> {
  if (!unsealed.timestamp) return sealedAs("not-asked", unsealed);
  try {
    return await sealedAs("asked", unsealed);
  } catch (error) {
    // The record has said that a stamp is there. Without one it is drawn up anew, and says so.
    if (!(error instanceof Refused)) throw error;
    const { timestamp: _, ...unstamped } = unsealed;
    return { ...(await sealedAs("failed", unstamped)), timestampFailure: error.reason };
  }
}

async function sealedAs(timeStamp: StampWord, unsealed: Unsealed): Promise<SealedPdf> {
  const slotSize = unsealed.timestamp ? slotBytes.stamped : slotBytes.plain;
  const bytes = await preparePdf(unsealed.pdf, { ...unsealed, record: unsealed.record(timeStamp) }, slotSize);
  const slot = findSlot(bytes, slotSize);
  writeRange(bytes, slot);

  const digest = createHash("sha256")
    .update(bytes.subarray(0, slot.start))
    .update(bytes.subarray(slot.end))
    .digest();
  const attributes = setOf(...(await signedAttributes(digest, unsealed.certificate)));
  const signature = signedBy(unsealed.key, attributes);
  const timestamp = await stamp(unsealed, signature);
  const certificates = [unsealed.certificate, ...unsealed.chain].map(readCertificate);
  const seal = await writeSeal({ digest, certificates, signature, timestamp });
  if (seal.length > slotSize)
    throw new Error(`The seal needs ${seal.length} bytes, the slot has ${slotSize}.`);
  bytes.write(Buffer.from(seal).toString("hex"), slot.start + 1, "latin1");

  const { integrity, sha256 } = await verifyDocument(bytes, { authorities: unsealed.chain });
  if (integrity.state !== "intact") {
    throw new Error(`The sealed file would not verify: ${integrity.state}, ${integrity.reason}.`);
  }
  return { bytes, sha256, level: timestamp ? "B-T" : "B-B", timestampFailure: null };
}

async function stamp({ timestamp, key }: Unsealed, signature: Uint8Array): Promise<KeptStamp | null> {
  if (!timestamp) return null;
  const token = await timestamp(createHash("sha256").update(signature).digest());
  if (token.length > largestTimestamp) throw new Refused<TimestampFailure>("timestamp-unusable");
  return { token, kept: signedBy(key, token) };
}

function signedBy(key: KeyObject, bytes: Uint8Array): Uint8Array {
  return withLowS(sign("sha256", bytes, { key, dsaEncoding: "der" }));
}

function findSlot(bytes: Buffer, slotSize: number): { start: number; end: number } {
  const empty = Buffer.from(`<${"00".repeat(slotSize)}>`, "latin1");
  const start = bytes.indexOf(empty);
  if (start === -1 || bytes.indexOf(empty, start + 1) !== -1)
    throw new Error("The slot for the seal is not unique.");
  return { start, end: start + empty.length };
}

function writeRange(bytes: Buffer, slot: { start: number; end: number }) {
  const placeholder = "[0 9999999999 9999999999 9999999999]";
  const at = bytes.lastIndexOf(`/ByteRange ${placeholder}`, slot.start);
  if (at === -1) throw new Error("The place for the byte range is missing.");
  const range = `[0 ${slot.start} ${slot.end} ${bytes.length - slot.end}`;
  bytes.write(`/ByteRange ${range.padEnd(placeholder.length - 1)}]`, at, "latin1");
}
