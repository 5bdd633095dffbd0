import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { readPractice } from "@/lib/in-practice";
import { ownDocumentsPage } from "@/lib/screens/my/documents";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { documentStanding } from "./document-standing";
import { listDocuments } from "./queries";
import { sealDocument } from "./seal-document";

await testDatabase();
afterAll(closeDatabase);

async function makeSealed() {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  await sealDocument(asked.made.system, answerId);
  const [document] = await readPractice(asked.ctx, (tx) => listDocuments(tx, asked.ctx));
  return { ...asked, answerId, sha256: document?.sha256 ?? "", practice: asked.made.practice.slug };
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
