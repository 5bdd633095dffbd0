import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerCorrections } from "@/db/schema";
import { ask, makeAsked } from "@/lib/consents/consents.fixture";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import { openDocument } from "@/lib/documents/open-document";
import { findDocumentOf } from "@/lib/documents/queries";
import { sealDocument } from "@/lib/documents/seal-document";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { answerRequest } from "./answer-request";
import { correctAnswer } from "./correct-answer";
import { correctionReason, endingReason } from "./sealed-reason";

await testDatabase();
afterAll(closeDatabase);

const reason = "Somebody else held the tablet.";

async function makeAnswered() {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  const state = async () => {
    const standing = await readPractice(asked.ctx, (tx, now) =>
      listPatientConsents(tx, asked.ctx, [asked.patient.id], "en", now),
    );
    return standing[0]?.state;
  };
  return { ...asked, answerId, state, input: { answerId, reason } };
}

test("an answer noted by mistake stays, allows nothing, keeps its sealed reason, and is told of", async () => {
  const { made, input, answerId, state, patient } = await makeAnswered();
  await correctAnswer(made.therapist, input);
  expect(await state()).toMatchObject({ word: "invalid", yes: [], answer: { id: answerId } });
  const [row] = await readPractice(made.owner, (tx) =>
    tx.select().from(answerCorrections).where(eq(answerCorrections.answerId, answerId)),
  );
  expect(row).toMatchObject({ correctedBy: made.therapist.staffId });
  expect(String(row?.sealedReason)).not.toContain("tablet");
  const sealed = row?.sealedReason ?? Buffer.alloc(0);
  expect(correctionReason.open(made.owner, row?.id ?? "", sealed)).toBe(reason);
  expect(endingReason.open(made.owner, row?.id ?? "", sealed)).toBeNull();
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
    name: "consent.corrected",
    patient: patient.id,
    answerId,
  });
});

test("its document can still be opened, and the question can be asked again", async () => {
  const { made, ctx, input, answerId, patient, text, state } = await makeAnswered();
  await sealDocument(made.system, answerId);
  await correctAnswer(made.owner, input);
  const document = await readPractice(ctx, (tx) => findDocumentOf(tx, ctx, answerId));
  expect((await openDocument(ctx, document?.id ?? "")).bytes.length).toBeGreaterThan(1_000);
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  expect((await state())?.question).toMatchObject({ requestId });
});

test("it is noted once, and with a reason", async () => {
  const { made, input } = await makeAnswered();
  await correctAnswer(made.owner, input);
  const again = correctAnswer(made.therapist, input);
  await expect(again).rejects.toMatchObject({ reason: "already-corrected" });
  for (const wrong of ["", "   ", "x".repeat(1_001)]) {
    await expect(correctAnswer(made.owner, { ...input, reason: wrong })).rejects.toHaveProperty(
      "name",
      "ZodError",
    );
  }
});

test("another practice does not find the answer", async () => {
  const { input } = await makeAnswered();
  const { owner } = await makePractice();
  await expect(correctAnswer(owner, input)).rejects.toBeInstanceOf(NotFound);
});

test("of two at once, one is noted", async () => {
  const { made, input } = await makeAnswered();
  const both = [correctAnswer(made.owner, input), correctAnswer(made.therapist, input)];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
});
