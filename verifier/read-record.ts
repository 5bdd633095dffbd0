import { NotAccepted } from "./not-accepted";
import { type SignedRecord, type StampWord, stampWords } from "./record";
import { joined } from "./write-der";

const largestRecord = 4 * 1024 * 1024;
/** Far more than is ever written; without an end, what a stranger wrote could be read but not printed. */
const deepest = 12;
const mostListed = 1_000;

export type ReadRecord = {
  /** Null when it is of a kind this reader does not know yet. */
  record: SignedRecord | null;
  practiceId: string | null;
  /** Null in documents sealed before this was said. */
  stamp: StampWord | null;
};

/** Reads `record.json` of a document. */
export async function readRecord(attached: { bytes: Uint8Array; isDeflated: boolean }): Promise<ReadRecord> {
  const bytes = attached.isDeflated ? await inflated(attached.bytes) : attached.bytes;
  const content = parsed(bytes);
  const record = isObject(content) ? content.record : null;
  const practice = isObject(record) && isObject(record.practice) ? record.practice : {};
  const practiceId = typeof practice.id === "string" ? practice.id : null;
  const sealing = isObject(content) && isObject(content.sealing) ? content.sealing : {};
  const stamp = stampWords.find((word) => word === sealing.timeStamp) ?? null;
  return { record: isSignedRecord(record) ? record : null, practiceId, stamp };
}

async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([Uint8Array.from(bytes)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new NotAccepted("malformed");
    });
    if (done) break;
    size += value.length;
    if (size > largestRecord) {
      await reader.cancel();
      throw new NotAccepted("malformed");
    }
    parts.push(value);
  }
  return joined(parts);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new NotAccepted("malformed");
  }
}

/** Only the parts that are shown are looked at: an intact seal already vouches for who wrote the rest. */
function isSignedRecord(content: unknown): content is SignedRecord {
  return isRecord(content) && !isDeep(content);
}

type Question = (value: unknown) => boolean;

const isText: Question = (value) => typeof value === "string";
const isNull: Question = (value) => value === null;
const isOneOf =
  (...values: unknown[]): Question =>
  (value) =>
    values.includes(value);
const isEither =
  (one: Question, other: Question): Question =>
  (value) =>
    one(value) || other(value);
const isListOf =
  (isMember: Question): Question =>
  (value) =>
    Array.isArray(value) && value.length <= mostListed && value.every(isMember);
const fits =
  (shape: Record<string, Question>): Question =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([key, isRight]) => isRight(value[key]));

const isSlug: Question = (value) => typeof value === "string" && /^[a-z0-9-]{1,60}$/.test(value);
const isTime: Question = (value) =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value));

const isDay: Question = (value) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

const takenBack = { id: isText, withdrawnAt: isTime, itemIds: isListOf(isText) };
const isRecord = fits({
  schema: isOneOf("candor/record/1"),
  documentId: isText,
  meaning: isText,
  practice: fits({ id: isText, name: isText, slug: isSlug, timeZone: isText }),
  patient: fits({ id: isText, legalName: isText }),
  // A button that was pressed carries no name where nobody gave one.
  signer: isEither(
    fits({ printedName: isText, capacity: isText }),
    fits({ printedName: isNull, capacity: isNull }),
  ),
  disclosure: fits({
    id: isText,
    title: isText,
    textSha256: isText,
    // What is different elsewhere is put together for one patient, and no version of a published text.
    versionId: isEither(isOneOf(undefined), isText),
    versionNumber: isEither(isOneOf(undefined), Number.isSafeInteger),
    effectiveFrom: isEither(isOneOf(undefined), isTime),
  }),
  answer: fits({
    id: isText,
    answeredAt: isTime,
    // Most answers count until they are taken back, and say no more.
    expiresAt: isEither(isOneOf(undefined), isTime),
  }),
  items: isListOf(fits({ id: isText, label: isText, answer: isOneOf("yes", "no", null) })),
  // Those sealed before earlier withdrawals were kept say nothing of them.
  withdrawal: isEither(
    isNull,
    fits({ ...takenBack, earlier: isEither(isOneOf(undefined), isListOf(fits(takenBack))) }),
  ),
  explainedOn: isEither(isOneOf(undefined), isDay),
  notedBy: isEither(isOneOf(undefined), fits({ staffId: isText, name: isText })),
  evidence: fits({ mark: isText, rewritten: isOneOf(undefined, true) }),
  trail: fits({ origin: isText, leaf: isText, sequence: Number.isSafeInteger }),
});

function isDeep(content: unknown): boolean {
  let level = [content];
  for (let depth = 0; depth < deepest; depth++) {
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return level.length > 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
