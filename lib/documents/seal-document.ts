import { v7 as uuid } from "uuid";
import { documentFiles, documents, type Patient, sealFailures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { SystemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { inPractice, type Tx } from "@/lib/in-practice";
import { oweCopyReady, oweWithdrawalConfirmed } from "@/lib/messages/owe-message";
import { whyTextDiffers } from "@/lib/paper/compare-text";
import { renderSignedDocument } from "@/lib/paper/signed-document";
import { meaningWords } from "@/lib/paper/wording";
import { getPractice } from "@/lib/practices/queries";
import { findSealKey, makeSealKey } from "@/lib/practices/seal-keys";
import { routes } from "@/lib/routes";
import { sealPdf } from "@/lib/seal/seal-pdf";
import { timestampFrom } from "@/lib/seal/timestamp";
import { sealValue } from "@/lib/sealed-value";
import { claim } from "@/lib/worker/claim";
import { buildRecord, type SealSubject } from "./build-record";
import { countSealFailures } from "./failing-seals";
import { hasDocument, lacksWordOfCopies, sealSubjectOf } from "./queries";
import { receiptJson } from "./receipt";

/** Seals one answer, withdrawal or acknowledgement exactly once. The claim lasts as long as its transaction, so a killed worker frees it. */
export async function sealDocument(ctx: SystemContext, subject: SealSubject): Promise<"sealed" | "left"> {
  return inPractice(ctx, async (tx, now) => {
    if (!(await claimSubject(tx, subject)) || (await hasDocument(tx, ctx, subject))) return "left";

    const id = uuid();
    const { record, mark, patient } = await buildRecord(tx, ctx, subject, id);
    const key = (await findSealKey(tx, ctx)) ?? (await makeSealKey(tx, ctx, now));
    const pdf = await renderSignedDocument(record, mark ?? undefined);
    const difference = await whyTextDiffers(pdf, record);
    if (difference) throw new Error("The finished pages do not say exactly what was signed.");

    const { tsaUrl, masterKey } = env();
    const { bytes, sha256, level, timestampFailure } = await sealPdf({
      pdf,
      record: receiptJson(record),
      key: key.privateKey,
      certificate: key.certificate,
      chain: [key.authority],
      claimedAt: now,
      signerName: record.practice.name,
      reason: meaningWords(record),
      ...(tsaUrl && { timestamp: timestampFrom(tsaUrl) }),
    });
    const { practiceId } = ctx;
    await tx.insert(documents).values({
      practiceId,
      id,
      patientId: patient.id,
      answerId: subject.answerId,
      withdrawalId: subject.withdrawalId,
      acknowledgementId: subject.acknowledgementId,
      sealKeyId: key.id,
      sha256,
      byteSize: bytes.length,
      level,
      timestampFailure,
      sealedAt: now,
    });
    const fileId = uuid();
    const place = { practiceId, table: "document_files", column: "sealed", rowId: fileId };
    const sealed = sealValue(masterKey, place, bytes);
    await tx.insert(documentFiles).values({ practiceId, id: fileId, documentId: id, sealed });
    const { at } = await recordEvent(tx, ctx, {
      name: "document.sealed",
      patient: patient.id,
      documentId: id,
      meaning: record.meaning,
      sha256,
    });
    // Last, and as of now: whoever holds the trail's head sees what the other workers of this practice have owed,
    // and what was answered while this one drew.
    await oweWord(tx, ctx, subject, patient, at);
    return "sealed";
  });
}

function claimSubject(tx: Tx, { answerId, withdrawalId, acknowledgementId }: SealSubject) {
  if (acknowledgementId) return claim(tx, "acknowledgement", acknowledgementId);
  return withdrawalId ? claim(tx, "withdrawal", withdrawalId) : claim(tx, "answer", answerId ?? "");
}

/** Word of a copy goes out once a sitting, when nothing of it is left to answer; of what was taken back, at once. */
async function oweWord(tx: Tx, ctx: SystemContext, subject: SealSubject, patient: Patient, now: Date) {
  const landing = routes.myDocuments((await getPractice(tx, ctx)).slug);
  if (subject.withdrawalId) return oweWithdrawalConfirmed(tx, ctx, patient, landing, now);
  if (subject.acknowledgementId) return oweCopyReady(tx, ctx, patient, landing, now);
  if (await lacksWordOfCopies(tx, ctx, subject.answerId ?? ""))
    await oweCopyReady(tx, ctx, patient, landing, now);
}

/** Keeps why sealing did not work and when it is tried again: one minute at first, six hours at most, for ever. */
export async function noteSealFailure(ctx: SystemContext, subject: SealSubject, cause: string) {
  return inPractice(ctx, async (tx, now) => {
    if (await hasDocument(tx, ctx, subject)) return;
    const tries = await countSealFailures(tx, ctx, subject);
    const { practiceId } = ctx;
    const nextTryAt = new Date(now.getTime() + pauseAfter(tries));
    await tx
      .insert(sealFailures)
      .values({ practiceId, id: uuid(), ...subject, cause, failedAt: now, nextTryAt });

    if (tries > 0) return;
    const { patientId, about } = await sealSubjectOf(tx, ctx, subject);
    await recordEvent(tx, ctx, { name: "document.seal-failed", patient: patientId, ...about });
  });
}

const minute = 60_000;

function pauseAfter(tries: number): number {
  return Math.min(minute * 2 ** tries, 360 * minute);
}
