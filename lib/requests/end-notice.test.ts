import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { noticeEndings } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { endingReason } from "@/lib/answers/sealed-reason";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { endNotice } from "./end-notice";
import { listOpenRequests } from "./open-requests";
import { whyNotEndNotice } from "./rules";

await testDatabase();
afterAll(closeDatabase);

async function makeNoticed() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const text = await makeDisclosure(made, { kind: "privacy-notice" });
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  const state = async () => {
    const all = await readPractice(ctx, (tx, now) => listPatientConsents(tx, ctx, [patient.id], "en", now));
    return all[0]?.state;
  };
  const input = { requestId, outcome: "unable", reason: "Left before the tablet was there." } as const;
  return { made, patient, ctx, text, requestId, input, state };
}

test("a notice ends unacknowledged with what was tried, and its question waits no longer", async () => {
  const { made, input, state, patient } = await makeNoticed();
  await endNotice(made.office, input);
  expect(await state()).toMatchObject({ word: "unable", question: null });
  const waiting = await readPractice(made.owner, (tx) => listOpenRequests(tx, made.owner));
  expect(waiting.filter(({ id }) => id === input.requestId)).toEqual([]);
  const [row] = await readPractice(made.owner, (tx) => tx.select().from(noticeEndings));
  expect(row).toMatchObject({ outcome: "unable", endedBy: made.office.staffId });
  const sealed = row?.sealedReason ?? Buffer.alloc(0);
  expect(endingReason.open(made.owner, row?.id ?? "", sealed)).toBe(input.reason);
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
    name: "notice.ended",
    patient: patient.id,
    requestId: input.requestId,
    outcome: "unable",
  });
});

test("the patient may confirm all the same later on", async () => {
  const { made, ctx, text, requestId, input, state } = await makeNoticed();
  await endNotice(made.office, { ...input, outcome: "refused" });
  expect(await state()).toMatchObject({ word: "refused" });
  await answerRequest(ctx, answerTo(requestId, text));
  expect(await state()).toMatchObject({ word: "given" });
});

describe("a notice", () => {
  const at = new Date(0);
  const waiting = { cancelledAt: null, answer: null, ending: null };
  const items: [] = [];
  const facts = {
    id: "a",
    language: "en" as const,
    versionId: "v",
    answeredAt: at,
    expiresAt: null,
    correctedAt: null,
  };
  const answer = { ...facts, restsSince: null, withoutRecording: [], items };
  test.each([
    ["that waits", "privacy-notice", waiting, null],
    ["that is none", "recording-consent", waiting, "not-a-notice"],
    ["that was taken back", "privacy-notice", { ...waiting, cancelledAt: at }, "request-cancelled"],
    ["that was answered", "privacy-notice", { ...waiting, answer }, "already-answered"],
    ["that ended", "privacy-notice", { ...waiting, ending: { outcome: "refused", at } }, "notice-ended"],
  ] as const)("%s", (_, kind, request, refusal) => {
    expect(whyNotEndNotice(kind, request)).toBe(refusal);
  });

  test("ends once, and a consent does not end this way", async () => {
    const { made, input } = await makeNoticed();
    await endNotice(made.therapist, input);
    await expect(endNotice(made.owner, input)).rejects.toMatchObject({ reason: "notice-ended" });
    const asked = await makeAsked();
    const tried = endNotice(asked.made.owner, { ...input, requestId: asked.requestId });
    await expect(tried).rejects.toMatchObject({ reason: "not-a-notice" });
  });

  test("of another practice is not found", async () => {
    const { input } = await makeNoticed();
    const { owner } = await makePractice();
    await expect(endNotice(owner, input)).rejects.toBeInstanceOf(NotFound);
  });

  test("ended by two at once ends once", async () => {
    const { made, input } = await makeNoticed();
    const both = [endNotice(made.owner, input), endNotice(made.office, input)];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
