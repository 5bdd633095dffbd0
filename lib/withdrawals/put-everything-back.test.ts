import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import { buildRecord } from "@/lib/documents/build-record";
import { documentStanding } from "@/lib/documents/document-standing";
import { listDocuments } from "@/lib/documents/queries";
import { sealDocument } from "@/lib/documents/seal-document";
import { completeDuty } from "@/lib/duties/complete-duty";
import { listDutiesOfPatient, listOpenDuties } from "@/lib/duties/queries";
import { readPractice } from "@/lib/in-practice";
import { takenBackBy } from "@/lib/platforms/taken-back";
import { takenBackPage, withdrawnPage } from "@/lib/screens/my/withdrawn";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { putEverythingBack } from "./put-everything-back";
import { listRecentWithdrawals } from "./recent-withdrawals";
import { withdrawAnswer } from "./withdraw-answer";
import { withdrawEverything } from "./withdraw-everything";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

/** Who allowed a recording, e-mail and meeting by video took all of it back with one press. */
async function makeTakenBack() {
  const asked = await makeAsked();
  const { made, ctx, patient } = asked;
  const { answerId } = await answerRequest(ctx, asked.input);
  for (const [kind, position] of [
    ["email-risk", 2],
    ["platform-disclosure", 3],
  ] as const) {
    const text = await makeDisclosure(made, { kind, position });
    await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text));
  }
  const { withdrawalIds } = await withdrawEverything(ctx, { patientId: patient.id });
  const page = () => takenBackPage(ctx, patient.id, "en");
  const putBack = (await page())?.putBack;
  const input = { patientId: patient.id, togetherId: (putBack?.at === null && putBack.togetherId) || "" };
  const words = () =>
    readPractice(ctx, async (tx, now) =>
      (await listPatientConsents(tx, ctx, [patient.id], "en", now)).map(({ state }) => state.word),
    );
  return { ...asked, answerId, withdrawalIds, page, input, words };
}

const told = async (practiceId: string, name: string) =>
  (await trailOf(practiceId)).filter((event) => event.name === name);

test("everything counts again with one press, for everybody: who asks, who has duties, where they meet", async () => {
  const { made, ctx, patient, input, words, page, answerId } = await makeTakenBack();
  expect(await words()).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
  const duties = await readPractice(made.therapist, (tx) => listOpenDuties(tx, made.therapist));
  expect(duties).not.toEqual([]);

  await putEverythingBack(ctx, input);
  expect(await words()).toEqual(["given", "given", "given"]);
  const { therapist } = made;
  const [open, all, recent, meets] = await readPractice(therapist, async (tx, now) => [
    await listOpenDuties(tx, therapist),
    await listDutiesOfPatient(tx, therapist, patient.id),
    await listRecentWithdrawals(tx, therapist, now, "en"),
    (await takenBackBy(tx, therapist, [patient.id]))(patient.id),
  ]);
  expect([open, all, recent, meets]).toEqual([[], [], [], []]);
  expect(await page()).toMatchObject({
    putBack: { at: expect.any(Date), notBack: [] },
    texts: [{ stays: ["look-back (en)"], promises: [] }, { promises: [] }, { promises: [] }],
  });
  expect(await withdrawnPage(ctx, answerId, "en")).toBeNull();
  const done = completeDuty(therapist, { dutyIds: [duties[0]?.id ?? ""] });
  await expect(done).rejects.toMatchObject({ reason: "duty-over" });
});

test("both presses stay in the trail, and what is stored is what it tells of", async () => {
  const { made, ctx, patient, input, withdrawalIds } = await makeTakenBack();
  await putEverythingBack(ctx, input);
  const taken = await told(made.practice.id, "consent.withdrawn");
  expect(taken.map(({ withdrawalId, togetherId }) => [withdrawalId, togetherId])).toEqual(
    withdrawalIds.map((id) => [id, input.togetherId]),
  );
  const back = await told(made.practice.id, "consent.put-back");
  expect(back).toMatchObject(withdrawalIds.map((withdrawalId) => ({ patient: patient.id, withdrawalId })));
  const { length: size } = await trailOf(made.practice.id);
  expect(await verifyFacts(made.system, { size, withFiles: true })).toMatchObject({ ok: true });
});

test("the copy of a withdrawal says what it said, and asked whether it counts, the server says it was put back", async () => {
  const { made, ctx, patient, input, withdrawalIds } = await makeTakenBack();
  const [withdrawalId = ""] = withdrawalIds;
  await putEverythingBack(ctx, input);
  await sealDocument(made.system, withdrawalId);
  const [copy] = await readPractice(ctx, (tx) => listDocuments(tx, ctx, { patientId: patient.id }));
  const asked = { sha256: copy?.sha256 ?? "", practice: made.practice.slug };
  expect(await documentStanding(asked)).toBe("put-back");
});

test("what is taken back again later is taken back, and its copy does not count what was put back", async () => {
  const { made, ctx, patient, input, answerId, words } = await makeTakenBack();
  await putEverythingBack(ctx, input);
  const { withdrawalId } = await withdrawAnswer(ctx, { answerId, itemIds: null });
  expect(await words()).toEqual(["withdrawn", "given", "given"]);
  const { record } = await readPractice(made.system, (tx) =>
    buildRecord(tx, made.system, withdrawalId, crypto.randomUUID()),
  );
  expect(record).toMatchObject({ withdrawal: { id: withdrawalId, earlier: [] } });

  await withdrawEverything(ctx, { patientId: patient.id });
  expect(await words()).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
  await expect(putEverythingBack(ctx, input)).rejects.toHaveProperty("name", "NotFound");
});

test("in minute eleven it stays taken back; in minute ten it does not, by the clock of the database", async () => {
  const { made, ctx, input, words, page } = await makeTakenBack();
  const earlier = (by: string) =>
    asSuperuser(`update withdrawals set withdrawn_at = withdrawn_at - interval '${by}'
      where practice_id = '${made.practice.id}'`);
  await asSuperuser(`update answers set answered_at = answered_at - interval '1 hour'
    where practice_id = '${made.practice.id}'`);
  await earlier("10 minutes");
  expect((await page())?.putBack).toBeNull();
  await expect(putEverythingBack(ctx, input)).rejects.toMatchObject({ reason: "put-back-too-late" });
  expect(await words()).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
  await earlier("-30 seconds");
  await putEverythingBack(ctx, input);
  expect(await words()).toEqual(["given", "given", "given"]);
});

test("of two at once, one puts it back and the other hears that it is", async () => {
  const { made, ctx, input } = await makeTakenBack();
  const tries = await Promise.allSettled([putEverythingBack(ctx, input), putEverythingBack(ctx, input)]);
  expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(putEverythingBack(ctx, input)).rejects.toMatchObject({ reason: "already-put-back" });
  expect(await told(made.practice.id, "consent.put-back")).toHaveLength(3);
});

test("what was answered anew in between stays as it was answered", async () => {
  const { made, ctx, patient, text, input, words, page, answerId } = await makeTakenBack();
  const { requestId } = await startAnswer(ctx, { patientId: patient.id, disclosureId: text.disclosure.id });
  const no = Object.fromEntries(text.items.map(({ id }) => [id, "no" as const]));
  await answerRequest(ctx, { ...answerTo(requestId, text), answers: no });
  await putEverythingBack(ctx, input);
  expect(await words()).toEqual(["refused", "given", "given"]);
  expect((await page())?.putBack).toMatchObject({ notBack: [answerId] });
  expect(await told(made.practice.id, "consent.put-back")).toHaveLength(2);
});

test("a withdrawal on its own, and one that somebody else made, cannot be put back", async () => {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  await withdrawAnswer(asked.ctx, { answerId, itemIds: null });
  expect((await takenBackPage(asked.ctx, asked.patient.id, "en"))?.putBack).toBeNull();

  const { made, ctx, input } = await makeTakenBack();
  const parent = { ...ctx, userId: crypto.randomUUID() };
  await expect(putEverythingBack(parent, input)).rejects.toMatchObject({ reason: "put-back-by-other" });
  for (const stranger of [await makePatient(made), await makePatient(await makePractice())])
    await expect(putEverythingBack(stranger.ctx, input)).rejects.toHaveProperty("name", "NotFound");
});
