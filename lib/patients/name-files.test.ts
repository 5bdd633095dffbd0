import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { openDocument } from "@/lib/documents/open-document";
import { listDocuments } from "@/lib/documents/queries";
import { sealDocument } from "@/lib/documents/seal-document";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { nameFiles } from "./name-files";

await testDatabase();
afterAll(closeDatabase);

/** An answer and that it was taken back, each with its copy, and what the copies are called where they are saved. */
async function makeCopies() {
  const asked = await makeAsked();
  const { made, ctx, patient } = asked;
  const { answerId } = await answerRequest(ctx, asked.input);
  await sealDocument(made.system, answerId);
  await sealDocument(made.system, (await withdrawAnswer(ctx, { answerId, itemIds: null })).withdrawalId);
  const copies = await readPractice(ctx, (tx) => listDocuments(tx, ctx));
  const called = async (as: typeof ctx | typeof made.therapist = ctx) =>
    Promise.all(copies.map(async ({ id }) => (await openDocument(as, id)).called));
  return { ...asked, called, input: { patientId: patient.id, isNamed: false } };
}

const chosen = async (practiceId: string) =>
  (await trailOf(practiceId)).filter(({ name }) => name === "patient.files-named");

test("copies are called by what was signed, whom it is about and when, for patient and desk alike", async () => {
  const { made, called } = await makeCopies();
  const names = await called();
  expect(names).toEqual([
    expect.stringMatching(/^Recording-our-sessions-taken-back_Ana-María-Ruiz_\d{4}-\d\d-\d\d\.pdf$/),
    expect.stringMatching(/^Recording-our-sessions_Ana-María-Ruiz_\d{4}-\d\d-\d\d\.pdf$/),
  ]);
  expect(await called(made.therapist)).toEqual(names);
});

test("who would rather not be named by files is named by none, and may choose again; the trail tells of each", async () => {
  const { made, ctx, patient, called, input } = await makeCopies();
  await nameFiles(ctx, input);
  for (const who of [ctx, made.therapist])
    expect((await called(who)).filter((name) => name.includes("Ruiz"))).toEqual([]);
  await nameFiles(ctx, { ...input, isNamed: true });
  expect((await called()).every((name) => name.includes("_Ana-María-Ruiz_"))).toBe(true);
  expect(await chosen(made.practice.id)).toMatchObject([
    { patient: patient.id, kind: "unnamed" },
    { patient: patient.id, kind: "named" },
  ]);
});

test("of ten at once, one is noted", async () => {
  const { made, ctx, input } = await makeCopies();
  await Promise.all(Array.from({ length: 10 }, () => nameFiles(ctx, input)));
  expect(await chosen(made.practice.id)).toHaveLength(1);
});

test("for somebody else's patient nothing is chosen", async () => {
  const { made, input } = await makeCopies();
  for (const stranger of [await makePatient(made), await makePatient(await makePractice())])
    await expect(nameFiles(stranger.ctx, input)).rejects.toBeInstanceOf(NotFound);
});
