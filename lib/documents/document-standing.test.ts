import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { readPractice } from "@/lib/in-practice";
import { ownDocumentsPage } from "@/lib/screens/my/documents";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { verifyDocument } from "@/verifier/verify-document";
import { documentStanding } from "./document-standing";
import { openDocument } from "./open-document";
import { listDocuments } from "./queries";
import { sealDocument } from "./seal-document";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

async function makeSealed() {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  await sealDocument(asked.made.system, answerId);
  const [document] = await readPractice(asked.ctx, (tx) => listDocuments(tx, asked.ctx));
  const { bytes } = await openDocument(asked.ctx, document?.id ?? "");
  const { record } = await verifyDocument(bytes, { authorities: [] });
  const { documentId = "", trail = { sequence: 0, leaf: "" } } = record ?? {};
  const named = { documentId, sequence: trail.sequence, leaf: trail.leaf };
  return { ...asked, answerId, named, sha256: document?.sha256 ?? "", practice: asked.made.practice.slug };
}

test("an answer stands until it is taken back; its copies say what they said", async () => {
  const { ctx, made, answerId, sha256, practice } = await makeSealed();
  expect(await documentStanding({ sha256, practice })).toBe("stands");

  const { withdrawalId } = await withdrawAnswer(ctx, { answerId, itemIds: null });
  expect(await documentStanding({ sha256, practice })).toBe("taken-back");

  await sealDocument(made.system, withdrawalId);
  const { documents } = await ownDocumentsPage(ctx, "en");
  expect(documents.map(({ says }) => says.word)).toEqual(["taken-back", "some-yes"]);
  expect(documents.every(({ id }) => id !== null)).toBe(true);
});

test("a fingerprint nobody sealed, or of another practice, is unknown", async () => {
  const { sha256, practice } = await makeSealed();
  const other = await makePractice();
  expect(await documentStanding({ sha256: "0".repeat(64), practice })).toBe("unknown");
  expect(await documentStanding({ sha256, practice: other.practice.slug })).toBe("unknown");
  expect(await documentStanding({ sha256, practice: "no-such-practice" })).toBe("unknown");
});

describe("a file the practice locked and the server does not have contradicts the history it names", () => {
  test("when it is not the file the history tells of", async () => {
    const { practice, named } = await makeSealed();
    const sha256 = "0".repeat(64);
    expect(await documentStanding({ sha256, practice, named })).toBe("sealed-otherwise");
    const another = { ...named, documentId: "0198f3a0-0000-7000-8000-000000000002" };
    expect(await documentStanding({ sha256, practice, named: another })).toBe("never-sealed");
    const elsewhere = { ...named, leaf: "0".repeat(64) };
    expect(await documentStanding({ sha256, practice, named: elsewhere })).toBe("entry-differs");
  });

  test.each([
    ["its entry was cut from the history", true, "entry-gone"],
    ["only the file is gone", false, "file-gone"],
  ])("when %s", async (_, isCut, standing) => {
    const { made, practice, named, sha256 } = await makeSealed();
    const ofPractice = `where practice_id = '${made.practice.id}'`;
    await asSuperuser(`delete from document_files ${ofPractice}`);
    await asSuperuser(`delete from documents ${ofPractice}`);
    if (isCut) await asSuperuser(`delete from events ${ofPractice} and seq >= ${named.sequence}`);
    expect(await documentStanding({ sha256, practice, named })).toBe(standing);
    expect(await documentStanding({ sha256, practice })).toBe("unknown");
  });
});
