import { type Certificate, readCertificate } from "./certificate";
import { sameBytes } from "./der";
import { diagnose } from "./diagnose";
import { NotAccepted } from "./not-accepted";
import { readPdfFile } from "./pdf-file";
import type { Step } from "./progress";
import { type ReadRecord, readRecord } from "./read-record";
import { readSeal, type SealParts } from "./seal";
import { readShape, type SealedShape } from "./sealed-shape";
import { digestOf } from "./signatures";
import { digestAround, hasRoomForStamp, sealIn } from "./slot";
import { leadsTo, readTimestamp, type Timestamp } from "./timestamp-token";
import type { Trust } from "./trust";
import {
  type Alteration,
  alterations,
  type Identity,
  type Integrity,
  largestFile,
  notCheckableReasons,
  type SealTime,
  type Verdict,
} from "./verdict";
import { hexOf } from "./written-bytes";

const tooLarge: Integrity = { state: "not-checkable", reason: "too-large" };

type Opened = {
  shape: SealedShape;
  seal: SealParts;
  timestamp: Timestamp | null;
  record: ReadRecord;
};

/** Reasons of the shape that often have a plainer one behind them. */
const vague = ["wrong-shape", "wrong-range", "hidden-content"] as const;

type Begin = (step: Step) => void | Promise<void>;

/** Says separately whether a file is unchanged, whose seal it carries, and how its time is known. */
export async function verifyDocument(
  bytes: Uint8Array,
  trust: Trust,
  begin: Begin = () => {},
): Promise<Verdict> {
  await begin("fingerprint");
  const sha256 = hexOf(await digestOf("SHA-256", bytes));
  const isTooLarge = bytes.length > largestFile;
  const opened = isTooLarge ? tooLarge : await openDocument(bytes, begin);
  if ("state" in opened) {
    const identity: Identity = { state: "unknown", reason: "not-judged", fingerprint: null };
    return { sha256, integrity: opened, identity, time: { state: "not-judged" }, record: null };
  }
  await begin("time");
  const time = await judgeTime(opened, trust);
  const identity = await judgeIdentity(opened, trust, time);
  return { sha256, integrity: intact(opened), identity, time, record: opened.record.record };
}

async function openDocument(bytes: Uint8Array, begin: Begin): Promise<Opened | Integrity> {
  try {
    await begin("shape");
    const shape = await shapeOf(bytes);
    const { slot } = shape;
    await begin("seal");
    const digest = await digestAround(bytes, slot);
    const seal = await whileReading("broken-seal", () => readSeal(sealIn(bytes, slot), digest));
    const timestamp = await whileReading("broken-timestamp", () => timestampOf(seal));
    const record = await whileReading("wrong-shape", () => readRecord(shape.record));
    demandStamp(seal, record);
    return { shape, seal, timestamp, record };
  } catch (error) {
    if (error instanceof NotAccepted) return integrityOf(error.reason);
    throw error;
  }
}

/** What the record says of a stamp was hashed; the stamp itself could be no part of that. */
function demandStamp({ timestamp }: SealParts, { stamp }: ReadRecord) {
  if (stamp === null) return;
  if (stamp !== "asked" && timestamp) throw new NotAccepted<Alteration>("stamp-added");
  if (stamp === "asked" && !timestamp) throw new NotAccepted<Alteration>("stamp-missing");
  if (stamp === "asked" && !timestamp?.kept) throw new NotAccepted<Alteration>("broken-timestamp");
}

/** Documents sealed before the record told of a stamp: nothing says whether theirs is the one they were given. */
function intact({ shape, seal, record }: Opened): Integrity {
  const mayHaveLostStamp = seal.timestamp !== null || hasRoomForStamp(shape.slot);
  return record.stamp === null && mayHaveLostStamp
    ? { state: "intact", except: "stamp" }
    : { state: "intact" };
}

async function shapeOf(bytes: Uint8Array): Promise<SealedShape> {
  try {
    return await whileReading("wrong-shape", () => wholeShape(bytes));
  } catch (error) {
    const reason = error instanceof NotAccepted ? vague.find((one) => one === error.reason) : undefined;
    throw reason ? new NotAccepted(await diagnose(bytes, reason)) : error;
  }
}

function wholeShape(bytes: Uint8Array): SealedShape {
  const shape = readShape(readPdfFile(bytes));
  const { start, end } = shape.slot;
  const whole = [0, start, end, bytes.length - end];
  if (shape.range.join() !== whole.join()) throw new NotAccepted<Alteration>("wrong-range");
  return shape;
}

/** Gives a reading that failed without a reason of its own the reason of its stage. */
async function whileReading<Result>(
  stage: Alteration,
  read: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotAccepted && error.reason === "malformed") throw new NotAccepted(stage);
    throw error;
  }
}

function integrityOf(reason: string): Integrity {
  const notCheckable = notCheckableReasons.find((one) => one === reason);
  if (notCheckable) return { state: "not-checkable", reason: notCheckable };
  return { state: "altered", reason: alterations.find((one) => one === reason) ?? "wrong-shape" };
}

async function timestampOf(seal: SealParts): Promise<Timestamp | null> {
  if (!seal.timestamp) return null;
  return readTimestamp(seal.timestamp.token, await digestOf("SHA-256", seal.signature));
}

/** An authority that vouches for the seal itself is no independent witness of time. */
async function judgeTime({ shape, seal, timestamp }: Opened, trust: Trust): Promise<SealTime> {
  const claimed = shape.claimedAt.toISOString();
  if (!timestamp) return { state: "claimed", at: claimed, reason: "no-timestamp" };
  const authorities = (trust.timeAuthorities ?? []).map(readCertificate);
  const independent = authorities.filter(
    (one) => !seal.certificates.some(({ publicKey }) => sameBytes(publicKey.bytes, one.publicKey.bytes)),
  );
  if (!(await leadsTo(timestamp.chain, independent))) {
    return { state: "claimed", at: claimed, reason: "unknown-time-service" };
  }
  const authority = timestamp.chain[0]?.commonName ?? "";
  return { state: "trusted", at: timestamp.at.toISOString(), authority };
}

async function judgeIdentity({ seal, record }: Opened, trust: Trust, time: SealTime): Promise<Identity> {
  const [leaf, ...issuers] = seal.certificates;
  if (!leaf) throw new NotAccepted<Alteration>("broken-seal");
  const fingerprint = hexOf(await digestOf("SHA-256", leaf.bytes));
  const unknown = (reason: Extract<Identity, { state: "unknown" }>["reason"]): Identity => ({
    state: "unknown",
    reason,
    fingerprint,
  });
  if (!issuers.some((issuer) => includes(trust.authorities, issuer))) return unknown("foreign-authority");
  const publisher = trust.practices?.find((one) => includes(one.certificates, leaf));
  if (trust.practices && !publisher) return unknown("not-published");
  if (!leaf.uris.includes(`urn:uuid:${record.practiceId}`)) return unknown("other-practice");
  const at = time.state === "not-judged" ? null : new Date(time.at);
  if (at && (at < leaf.notBefore || at > leaf.notAfter)) return unknown("not-valid-then");
  const practice = publisher ?? { name: leaf.organization, slug: leaf.organizationalUnit };
  return { state: "known", practice: { name: practice.name, slug: practice.slug }, fingerprint };
}

function includes(certificates: Uint8Array[], wanted: Certificate): boolean {
  return certificates.some((bytes) => sameBytes(bytes, wanted.bytes));
}
