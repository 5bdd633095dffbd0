import { isDeepStrictEqual } from "node:util";
import { v7 as uuid } from "uuid";
import { documentFiles, documents, type Patient, sealFailures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { SystemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { inPractice, readPractice, type Tx, whileClaimed } from "@/lib/in-practice";
import { oweCopyReady, oweWithdrawalConfirmed } from "@/lib/messages/owe-message";
import { whyTextDiffers } from "@/lib/paper/compare-text";
import { renderSignedDocument } from "@/lib/paper/signed-document";
import { meaningWords } from "@/lib/paper/wording";
import { findSealKey, makeSealKey } from "@/lib/practices/seal-keys";
import { routes } from "@/lib/routes";
import { sealPdf } from "@/lib/seal/seal-pdf";
import { timestampFrom } from "@/lib/seal/timestamp";
import { sealValue } from "@/lib/sealed-value";
import { getSignature } from "@/lib/signatures/queries";
import type { SignedRecord } from "@/verifier/record";
import { buildRecord } from "./build-record";
import { countSealFailures } from "./failing-seals";
import { hasDocument, lacksCopyMail } from "./queries";
import { receiptJson } from "./receipt";

/** Its name is what the log says of it; what differs is the patient's and stays out of it. */
class PagesDiffer extends Error {
  override name = "PagesDiffer";
  override message = "The finished pages do not say exactly what was signed.";
}

/** Seals one signature exactly once: looks, draws while nothing of the database is held, and writes. */
export async function sealDocument(ctx: SystemContext, signatureId: string): Promise<"sealed" | "left"> {
  const done = await whileClaimed(`signature ${signatureId}`, async () => {
    const owed = await findOwed(ctx, signatureId);
    return owed ? keepDocument(ctx, owed, await drawAndSeal(owed)) : "left";
  });
  return done ?? "left";
}

type Owed = NonNullable<Awaited<ReturnType<typeof findOwed>>>;

/** What is to be drawn, and the key to seal it with; null when it has its document. */
async function findOwed(ctx: SystemContext, signatureId: string) {
  const documentId = uuid();
  const owed = await readPractice(ctx, async (tx, now) => {
    if (await hasDocument(tx, ctx, signatureId)) return null;
    const { record, mark } = await buildRecord(tx, ctx, signatureId, documentId);
    return { signatureId, documentId, record, mark, key: await findSealKey(tx, ctx), now };
  });
  if (!owed) return null;
  return { ...owed, key: owed.key ?? (await inPractice(ctx, (tx, now) => makeSealKey(tx, ctx, now))) };
}

async function drawAndSeal({ record, mark, key, now }: Owed) {
  const pdf = await renderSignedDocument(record, mark ?? undefined);
  const difference = await whyTextDiffers(pdf, record);
  if (difference) throw new PagesDiffer();
  const { tsaUrl } = env();
  return sealPdf({
    pdf,
    record: (timeStamp) => receiptJson(record, timeStamp),
    key: key.privateKey,
    certificate: key.certificate,
    chain: [key.authority],
    claimedAt: now,
    signerName: record.practice.name,
    reason: meaningWords(record),
    ...(tsaUrl && { timestamp: timestampFrom(tsaUrl) }),
  });
}

/** Leaves what somebody else has sealed meanwhile, and what is no longer as it was drawn: that is drawn anew. */
async function keepDocument(
  ctx: SystemContext,
  { signatureId, documentId, record, key, now: sealedAt }: Owed,
  { bytes, sha256, level, timestampFailure }: Awaited<ReturnType<typeof drawAndSeal>>,
): Promise<"sealed" | "left"> {
  return inPractice(ctx, async (tx) => {
    const { record: stored, patient } = await buildRecord(tx, ctx, signatureId, documentId);
    if (!isDeepStrictEqual(stored, record)) return "left";
    const { practiceId } = ctx;
    const [kept] = await tx
      .insert(documents)
      .values({
        practiceId,
        id: documentId,
        patientId: patient.id,
        signatureId,
        sealKeyId: key.id,
        sha256,
        byteSize: bytes.length,
        level,
        timestampFailure,
        sealedAt,
      })
      .onConflictDoNothing()
      .returning({ id: documents.id });
    if (!kept) return "left";
    const fileId = uuid();
    const place = { practiceId, table: "document_files", column: "sealed", rowId: fileId };
    const sealed = sealValue(env().masterKey, place, bytes);
    await tx.insert(documentFiles).values({ practiceId, id: fileId, documentId, sealed });
    const { at } = await recordEvent(tx, ctx, {
      name: "document.sealed",
      patient: patient.id,
      documentId,
      meaning: record.meaning,
      sha256,
    });
    // Last, and as of now: whoever holds the trail's head sees what the other workers of this practice have owed,
    // and what was answered while this one drew.
    await oweWord(tx, ctx, { signatureId, patient, record }, at);
    return "sealed";
  });
}

type Sealed = { signatureId: string; patient: Patient; record: SignedRecord };

/** Word of a copy goes out once a sitting, when nothing of it is left to answer; of what was taken back, at once. */
async function oweWord(tx: Tx, ctx: SystemContext, { signatureId, patient, record }: Sealed, now: Date) {
  const landing = routes.myDocuments(record.practice.slug);
  if (record.withdrawal) return oweWithdrawalConfirmed(tx, ctx, patient, landing, now);
  if (await lacksCopyMail(tx, ctx, signatureId)) await oweCopyReady(tx, ctx, patient, landing, now);
}

/** Keeps why sealing did not work and when it is tried again: one minute at first, six hours at most, for ever. */
export async function noteSealFailure(ctx: SystemContext, signatureId: string, cause: string) {
  return inPractice(ctx, async (tx, now) => {
    if (await hasDocument(tx, ctx, signatureId)) return;
    const tries = await countSealFailures(tx, ctx, signatureId);
    const { practiceId } = ctx;
    const nextTryAt = new Date(now.getTime() + pauseAfter(tries));
    await tx
      .insert(sealFailures)
      .values({ practiceId, id: uuid(), signatureId, cause, failedAt: now, nextTryAt });

    if (tries > 0) return;
    const { patientId } = await getSignature(tx, ctx, signatureId);
    await recordEvent(tx, ctx, { name: "document.seal-failed", patient: patientId, signatureId });
  });
}

const minute = 60_000;

function pauseAfter(tries: number): number {
  return Math.min(minute * 2 ** tries, 360 * minute);
}
