import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { type Asked, makeAsked } from "@/lib/consents/consents.fixture";
import { sealDocument } from "@/lib/documents/seal-document";
import { documentsPage } from "@/lib/screens/desk/documents";
import { patientPage } from "@/lib/screens/desk/patient";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makeVersion } from "@/test/factories";
import { ownDocumentsPage } from "./documents";

await testDatabase();
afterAll(closeDatabase);

async function rowsOf({ ctx }: Asked) {
  const { documents } = await ownDocumentsPage(ctx, "en");
  return documents.map(({ id, says }) => [says.word, id === null ? "being locked" : "locked"]);
}

test("a copy being locked is shown, of an answer and of a withdrawal", async () => {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  expect(await rowsOf(asked)).toEqual([["some-yes", "being locked"]]);
  await sealDocument(asked.made.system, answerId);

  const { withdrawalId } = await withdrawAnswer(asked.ctx, { answerId, itemIds: null });
  expect(await rowsOf(asked)).toEqual([
    ["taken-back", "being locked"],
    ["some-yes", "locked"],
  ]);
  await sealDocument(asked.made.system, withdrawalId);
  expect(await rowsOf(asked)).toEqual([
    ["taken-back", "locked"],
    ["some-yes", "locked"],
  ]);
});

test("one of several uses taken back is told as one", async () => {
  const asked = await makeAsked();
  const [first = ""] = asked.text.items.map(({ id }) => id);
  const answers = Object.fromEntries(asked.text.items.map(({ id }) => [id, "yes" as const]));
  const { answerId } = await answerRequest(asked.ctx, { ...asked.input, answers });
  await withdrawAnswer(asked.ctx, { answerId, itemIds: [first] });
  const { documents } = await ownDocumentsPage(asked.ctx, "en");
  expect(documents[0]?.says).toEqual({ word: "some-taken-back", yes: 2, no: 1 });
});

test("a document has the title of the version it is about, whatever the text is called now", async () => {
  const asked = await makeAsked();
  const { made, ctx, text, patient } = asked;
  const { answerId } = await answerRequest(ctx, asked.input);
  const titles = async () => (await ownDocumentsPage(ctx, "en")).documents.map(({ title }) => title);
  const signed = ["Recording our sessions"];
  const called = (title: string) => ({
    title,
    inShort: "In short.",
    body: "A text.",
    changeSummary: "A new title.",
  });
  await makeVersion(made, text.disclosure.id, { texts: { en: called("Filming"), es: called("Filmar") } });
  expect(await titles()).toEqual(signed);

  await sealDocument(made.system, answerId);
  expect(await titles()).toEqual(signed);
  const { rows } = await documentsPage(made.owner, { search: "", page: 1 }, "en");
  expect(rows.map(({ title }) => title)).toEqual(signed);
  const { documents } = await patientPage(made.owner, patient.id, "en");
  expect(documents.map(({ title }) => title)).toEqual(signed);
});
