import { documentFiles } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { env } from "@/lib/env";
import { readPractice } from "@/lib/in-practice";
import { findSealKey } from "@/lib/practices/seal-keys";
import { openValue } from "@/lib/sealed-value";
import { readPdfFile } from "@/verifier/pdf-file";
import { readRecord } from "@/verifier/read-record";
import { readShape } from "@/verifier/sealed-shape";
import { pemOf } from "@/verifier/trust";
import { sealDocument } from "./seal-document";

/** A sealed answer of a fresh practice, what its record says, and the key and certificates it was sealed under. */
export async function makeSealedCopy() {
  const { made, ctx, input } = await makeAsked();
  const { answerId } = await answerRequest(ctx, input);
  await sealDocument(made.system, answerId);
  const { files, key } = await readPractice(made.system, async (tx) => ({
    files: await tx.select().from(documentFiles),
    key: await findSealKey(tx, made.system),
  }));
  const [file] = files;
  if (!file || !key) throw new Error("What was answered has been sealed.");
  const place = { practiceId: made.practice.id, table: "document_files", column: "sealed", rowId: file.id };
  const bytes = openValue(env().masterKey, place, file.sealed);
  const { record } = await readRecord(readShape(readPdfFile(bytes)).record);
  if (!record) throw new Error("What was sealed has a record.");
  return { made, bytes, record, key, certificates: [key.certificate, key.authority].map(pemOf).join("") };
}
