import type { SignedRecord } from "@/lib/documents/signed-record";
import { joined } from "@/lib/documents/verifying/write-der";
import { Refused } from "@/lib/errors";

const largestRecord = 4 * 1024 * 1024;

export type ReadRecord = {
  /** Null when it is of a kind this reader does not know yet. */
  record: SignedRecord | null;
  practiceId: string | null;
};

/** Reads `record.json` of a document. */
export async function readRecord(attached: { bytes: Uint8Array; isDeflated: boolean }): Promise<ReadRecord> {
  const bytes = attached.isDeflated ? await inflated(attached.bytes) : attached.bytes;
  const content = parsed(bytes);
  const record = isObject(content) ? content.record : null;
  const practice = isObject(record) && isObject(record.practice) ? record.practice : {};
  const practiceId = typeof practice.id === "string" ? practice.id : null;
  return { record: isSignedRecord(record) ? record : null, practiceId };
}

async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Refused("malformed");
    });
    if (done) break;
    size += value.length;
    if (size > largestRecord) throw new Refused("malformed");
    parts.push(value);
  }
  return joined(parts);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused("malformed");
  }
}

/** Only the parts that are shown are looked at: an intact seal already vouches for who wrote the rest. */
function isSignedRecord(content: unknown): content is SignedRecord {
  if (!isObject(content) || content.schema !== "candor/record/1") return false;
  const { practice, patient, signer, disclosure, items, answer, withdrawal, evidence, trail } = content;
  return (
    typeof content.documentId === "string" &&
    typeof content.meaning === "string" &&
    hasTexts(practice, ["id", "name", "slug", "timeZone"]) &&
    hasTexts(patient, ["id", "legalName"]) &&
    isSigner(signer) &&
    hasTexts(disclosure, ["id", "versionId", "effectiveFrom", "title", "textSha256"]) &&
    hasTexts(answer, ["id", "answeredAt"]) &&
    Array.isArray(items) &&
    items.every(isItem) &&
    (withdrawal === null || isWithdrawal(withdrawal)) &&
    hasTexts(evidence, ["mark"]) &&
    isPlace(trail)
  );
}

function isPlace(value: unknown): boolean {
  return hasTexts(value, ["origin", "leaf"]) && isObject(value) && Number.isSafeInteger(value.sequence);
}

/** A button that was pressed carries no name where nobody gave one. */
function isSigner(value: unknown): boolean {
  if (hasTexts(value, ["printedName", "capacity"])) return true;
  return isObject(value) && value.printedName === null && value.capacity === null;
}

function isItem(value: unknown): boolean {
  return hasTexts(value, ["id", "label"]) && isObject(value) && isAnswer(value.answer);
}

function isAnswer(value: unknown): boolean {
  return value === null || value === "yes" || value === "no";
}

/** Those sealed before earlier withdrawals were kept say nothing of them. */
function isWithdrawal(value: unknown): boolean {
  if (!isTakenBack(value) || !isObject(value)) return false;
  const { earlier = [] } = value;
  return Array.isArray(earlier) && earlier.every(isTakenBack);
}

function isTakenBack(value: unknown): boolean {
  return hasTexts(value, ["id", "withdrawnAt"]) && isObject(value) && Array.isArray(value.itemIds);
}

function hasTexts(value: unknown, keys: string[]): boolean {
  return isObject(value) && keys.every((key) => typeof value[key] === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
