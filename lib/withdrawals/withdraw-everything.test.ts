import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import { readPractice } from "@/lib/in-practice";
import { readEvidence } from "@/lib/signatures/find-evidence";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion, trailOf } from "@/test/factories";
import { withdrawEverything } from "./withdraw-everything";

await testDatabase();
afterAll(closeDatabase);

/** Yes to a recording consent and to e-mail, no to sharing, a notice received, and a platform never asked about. */
async function makeAllowing() {
  const asked = await makeAsked();
  const { made, ctx, patient } = asked;
  await answerRequest(ctx, asked.input);
  const email = await makeDisclosure(made, { kind: "email-risk", position: 2 });
  const emailAsked = await ask(made, ctx, patient.id, email.disclosure.id);
  await answerRequest(ctx, answerTo(emailAsked, email));
  const notice = await makeDisclosure(made, { kind: "privacy-notice", position: 3 });
  const noticeAsked = await ask(made, ctx, patient.id, notice.disclosure.id);
  await answerRequest(ctx, answerTo(noticeAsked, notice));
  const words = () =>
    readPractice(ctx, async (tx, now) =>
      (await listPatientConsents(tx, ctx, [patient.id], "en", now)).map(({ state }) => state.word),
    );
  return { ...asked, email, input: { patientId: patient.id }, words };
}

test("everything ends in one act, each with its evidence, event and duties; a notice stays", async () => {
  const { made, ctx, input, words } = await makeAllowing();
  const { withdrawalIds } = await withdrawEverything(ctx, input);
  expect(withdrawalIds).toHaveLength(2);
  expect(await words()).toEqual(["withdrawn", "withdrawn", "given"]);
  const told = (await trailOf(made.practice.id)).filter(({ name }) => /withdrawn|owed/.test(String(name)));
  expect(told.map(({ name, scope, kind }) => [name, scope ?? kind])).toEqual([
    ["consent.withdrawn", "whole"],
    ["duty.owed", "stop-recording"],
    ["duty.owed", "decide-recordings"],
    ["consent.withdrawn", "whole"],
    ["duty.owed", "stop-email"],
  ]);
  for (const withdrawalId of withdrawalIds) {
    const kept = await readPractice(ctx, (tx) => readEvidence(tx, ctx, withdrawalId));
    expect(kept).toMatchObject({ printedName: "Ana María Ruiz", mark: null });
  }
});

test("an answer that acts only from a later day is taken back too, and leaves nothing to do", async () => {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const text = await makeDisclosure(made);
  await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text));
  const effectiveFrom = new Date(Date.now() + 10 * 86_400_000);
  const next = await makeVersion(made, text.disclosure.id, { effectiveFrom, change: "material" });
  const again = await ask(made, ctx, patient.id, text.disclosure.id);
  await answerRequest(ctx, answerTo(again, next));

  expect((await withdrawEverything(ctx, { patientId: patient.id })).withdrawalIds).toHaveLength(2);
  const told = await trailOf(made.practice.id);
  expect(told.filter(({ name }) => name === "duty.owed")).toHaveLength(2);
  const [standing] = await readPractice(ctx, (tx, now) =>
    listPatientConsents(tx, ctx, [patient.id], "en", now),
  );
  expect(
    standing?.state.upcoming?.items.every(({ answer, withdrawnAt }) => answer === "no" || withdrawnAt),
  ).toBe(true);
});

test("where nothing is left it says so and writes nothing", async () => {
  const { made, ctx, input } = await makeAllowing();
  await withdrawEverything(ctx, input);
  const { length } = await trailOf(made.practice.id);
  const again = withdrawEverything(ctx, input);
  await expect(again).rejects.toMatchObject({ reason: "nothing-left-to-withdraw" });
  expect(await trailOf(made.practice.id)).toHaveLength(length);
});

test("of ten at once, one takes everything back and the others find nothing", async () => {
  const { made, ctx, input } = await makeAllowing();
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => withdrawEverything(ctx, input)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const told = (await trailOf(made.practice.id)).filter(({ name }) => name === "consent.withdrawn");
  expect(told).toHaveLength(2);
});

test("somebody else's patient is not found", async () => {
  const { made, input } = await makeAllowing();
  for (const stranger of [await makePatient(made), await makePatient(await makePractice())]) {
    await expect(withdrawEverything(stranger.ctx, input)).rejects.toHaveProperty("name", "NotFound");
  }
});
