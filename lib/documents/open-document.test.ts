import { createHash } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { env } from "@/lib/env";
import { readPractice } from "@/lib/in-practice";
import { sealValue } from "@/lib/sealed-value";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { openDocument } from "./open-document";
import { getDocumentFile, listDocuments } from "./queries";
import { sealDocument } from "./seal-document";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

async function makeSealed() {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  await sealDocument(asked.made.system, answerId);
  const [document] = await readPractice(asked.ctx, (tx) => listDocuments(tx, asked.ctx));
  return { ...asked, documentId: document?.id ?? "", sha256: document?.sha256 ?? "" };
}

type Sealed = Awaited<ReturnType<typeof makeSealed>>;

async function lastEntry({ made }: Sealed) {
  return (await trailOf(made.practice.id)).at(-1);
}

function storeInstead({ documentId }: Sealed, sealed: Buffer) {
  return asSuperuser(
    `update document_files set sealed = decode('${sealed.toString("hex")}', 'hex') where document_id = '${documentId}'`,
  );
}

function storedFile({ ctx, documentId }: Sealed) {
  return readPractice(ctx, async (tx) => (await getDocumentFile(tx, ctx, documentId)).file);
}

test("whoever may open a document gets what was sealed, and that is told of", async () => {
  const sealed = await makeSealed();
  const { bytes } = await openDocument(sealed.made.therapist, sealed.documentId);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sealed.sha256);
  expect(await lastEntry(sealed)).toMatchObject({ name: "document.opened", documentId: sealed.documentId });
});

const damages: [string, (sealed: Sealed) => Promise<Buffer>][] = [
  [
    "no longer decrypts",
    async (sealed) => {
      const { sealed: stored } = await storedFile(sealed);
      stored.writeUInt8(stored.readUInt8(200) ^ 1, 200);
      return stored;
    },
  ],
  [
    "is another file",
    async (sealed) => {
      const { id: rowId } = await storedFile(sealed);
      const { practiceId } = sealed.ctx;
      const place = { practiceId, table: "document_files", column: "sealed", rowId };
      return sealValue(env().masterKey, place, Buffer.from("%PDF-1.7 something else"));
    },
  ],
];

test.each(damages)("a stored file that %s is kept back, and that is told of", async (_, damage) => {
  const sealed = await makeSealed();
  await storeInstead(sealed, await damage(sealed));
  const opening = openDocument(sealed.ctx, sealed.documentId);
  await expect(opening).rejects.toMatchObject({ reason: "document-damaged" });
  expect(await lastEntry(sealed)).toMatchObject({
    name: "document.found-damaged",
    patient: sealed.patient.id,
    documentId: sealed.documentId,
  });
});

test("another patient, and another practice, find no such document", async () => {
  const { made, documentId } = await makeSealed();
  const strangers = [(await makePatient(made)).ctx, (await makePractice()).owner];
  for (const ctx of strangers) {
    await expect(openDocument(ctx, documentId)).rejects.toHaveProperty("name", "NotFound");
  }
});
