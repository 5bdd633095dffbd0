import type { SignatureKind } from "@/db/schema";
import { answerRecord } from "@/lib/answers/answer-record";
import { getSignature } from "@/lib/signatures/queries";
import type { RecordBuilder } from "@/lib/signatures/record-builder";
import { acknowledgementRecord } from "@/lib/trade-offs/acknowledgement-record";
import { withdrawalRecord } from "@/lib/withdrawals/withdrawal-record";

const recordOf: Record<SignatureKind, RecordBuilder> = {
  answer: answerRecord,
  withdrawal: withdrawalRecord,
  acknowledgement: acknowledgementRecord,
};

/** Gathers from the facts everything the document of a signature says. */
export const buildRecord: RecordBuilder = async (tx, ctx, signatureId, documentId) => {
  const { kind } = await getSignature(tx, ctx, signatureId);
  return recordOf[kind](tx, ctx, signatureId, documentId);
};
