import { isOfTradeOff, type SignedRecord } from "@/verifier/record";
import type { Published } from "./texts";

/** What is stored of the answer, withdrawal or acknowledgement a document is about; nulls where it is gone. */
export type RecordedRow = {
  patient_id: string | null;
  answer_id: string | null;
  request_id: string | null;
  version_id: string | null;
  text_sha256: string | null;
  capacity: string | null;
  answered_at: string | null;
  /** Each use and its answer, as "id yes". */
  answered: string[];
  withdrawal_id: string | null;
  withdrawn_at: string | null;
  taken_back: string[];
  acknowledgement_id: string | null;
  wish_id: string | null;
  acknowledged_at: string | null;
  explained_on: string | null;
  acknowledged_sha256: string | null;
};

type Difference = { seq: number; reason: "answer" | "withdrawal" | "text" | "noted"; sentence: string };

/** How what is stored differs from what was sealed, and which entry had told of it; null when it does not. */
export function whyRecordDiffers(
  record: SignedRecord,
  row: RecordedRow,
  published: ReadonlyMap<string, Published>,
): Difference | null {
  const { sequence: seq } = record.trail;
  if (isOfTradeOff(record)) {
    if (isSameAcknowledgement(record, row)) return null;
    return { seq, reason: "noted", sentence: `What was acknowledged (entry ${seq}) is not what was sealed.` };
  }
  if (!isSameAnswer(record, row)) {
    return { seq, reason: "answer", sentence: `What was answered (entry ${seq}) is not what was sealed.` };
  }
  if (!isSameWithdrawal(record, row)) {
    return {
      seq,
      reason: "withdrawal",
      sentence: `What was taken back (entry ${seq}) is not what was sealed.`,
    };
  }
  const version = published.get(record.disclosure.versionId ?? "");
  if (version?.effectiveFrom?.toISOString() === record.disclosure.effectiveFrom) return null;
  const at = version?.seq ?? seq;
  return {
    seq: at,
    reason: "text",
    sentence: `The text published in entry ${at} is in effect from another day.`,
  };
}

function isSameAnswer(
  { patient, signer, disclosure, answer, items }: SignedRecord,
  row: RecordedRow,
): boolean {
  const answered = items.filter((item) => item.answer !== null);
  const sealed = answered.map((item) => `${item.id} ${item.answer}`).toSorted();
  return (
    row.answer_id === answer.id &&
    row.request_id === answer.requestId &&
    row.answered_at === answer.answeredAt &&
    row.patient_id === patient.id &&
    (signer.capacity === null || row.capacity === signer.capacity) &&
    row.version_id === disclosure.versionId &&
    row.text_sha256 === disclosure.textSha256 &&
    row.answered.toSorted().join() === sealed.join()
  );
}

function isSameAcknowledgement({ answer, patient, disclosure, explainedOn }: SignedRecord, row: RecordedRow) {
  return (
    row.acknowledgement_id === answer.id &&
    row.wish_id === answer.requestId &&
    row.acknowledged_at === answer.answeredAt &&
    row.patient_id === patient.id &&
    row.explained_on === (explainedOn ?? null) &&
    row.acknowledged_sha256 === disclosure.textSha256
  );
}

function isSameWithdrawal({ withdrawal }: SignedRecord, row: RecordedRow): boolean {
  if (!withdrawal) return row.withdrawal_id === null;
  return (
    row.withdrawal_id === withdrawal.id &&
    row.withdrawn_at === withdrawal.withdrawnAt &&
    row.taken_back.toSorted().join() === withdrawal.itemIds.toSorted().join()
  );
}
