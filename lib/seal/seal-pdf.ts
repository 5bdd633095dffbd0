import { createHash, type KeyObject, sign } from "node:crypto";
import { Refused } from "@/lib/errors";
import { readCertificate } from "@/verifier/certificate";
import { signedAttributes, withLowS, writeSeal } from "@/verifier/seal";
import { verifyDocument } from "@/verifier/verify-document";
import { setOf } from "@/verifier/write-der";
import { preparePdf } from "./prepare-pdf";

export type Unsealed = {
  pdf: Uint8Array;
  /** The text of record.json. */
  record: string;
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

const slotBytes = { plain: 4_096, stamped: 16_384 };
const largestTimestamp = slotBytes.stamped - slotBytes.plain;

/** Seals a finished PDF once and for ever; a result our own verifier would not accept is a bug and throws. */
export async function sealPdf(unsealed: Unsealed): Promise<SealedPdf> {
  const slotSize = unsealed.timestamp ? slotBytes.stamped : slotBytes.plain;
  const bytes = await preparePdf(unsealed.pdf, unsealed, slotSize);
  const slot = findSlot(bytes, slotSize);
  writeRange(bytes, slot);

  const digest = createHash("sha256")
    .update(bytes.subarray(0, slot.start))
    .update(bytes.subarray(slot.end))
    .digest();
  const attributes = setOf(...(await signedAttributes(digest, unsealed.certificate)));
  const signature = withLowS(sign("sha256", attributes, { key: unsealed.key, dsaEncoding: "der" }));
  const { timestamp, failure } = await stamp(unsealed, signature);
  const certificates = [unsealed.certificate, ...unsealed.chain].map(readCertificate);
  const seal = await writeSeal({ digest, certificates, signature, timestamp });
  if (seal.length > slotSize)
    throw new Error(`The seal needs ${seal.length} bytes, the slot has ${slotSize}.`);
  bytes.write(Buffer.from(seal).toString("hex"), slot.start + 1, "latin1");

  const { integrity, sha256 } = await verifyDocument(bytes, { authorities: unsealed.chain });
  if (integrity.state !== "intact") {
    throw new Error(`The sealed file would not verify: ${integrity.state}, ${integrity.reason}.`);
  }
  return { bytes, sha256, level: timestamp ? "B-T" : "B-B", timestampFailure: failure };
}

async function stamp(
  { timestamp }: Unsealed,
  signature: Uint8Array,
): Promise<{ timestamp: Buffer | null; failure: string | null }> {
  if (!timestamp) return { timestamp: null, failure: null };
  try {
    const digest = createHash("sha256").update(signature).digest();
    const token = await timestamp(digest);
    const isTooLarge = token.length > largestTimestamp;
    return isTooLarge
      ? { timestamp: null, failure: "timestamp-unusable" }
      : { timestamp: token, failure: null };
  } catch (error) {
    if (error instanceof Refused) return { timestamp: null, failure: error.reason };
    throw error;
  }
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
