import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { withdrawAnswer } from "./withdraw-answer";

await testDatabase();
afterAll(closeDatabase);

async function makeAnswered() {
  const asked = await makeAsked();
  const answers = Object.fromEntries(asked.text.items.map(({ id }) => [id, "yes" as const]));
  const { answerId } = await answerRequest(asked.ctx, { ...asked.input, answers });
  return { ...asked, answerId };
}

async function stateOf({ ctx, patient }: Pick<Awaited<ReturnType<typeof makeAnswered>>, "ctx" | "patient">) {
  const [standing] = await readPractice(ctx, (tx, now) =>
    listPatientConsents(tx, ctx, [patient.id], "en", now),
  );
  return standing?.state;
}

describe("taking back", () => {
  test("one use leaves the rest", async () => {
    const answered = await makeAnswered();
    const [first] = answered.text.items;
    await withdrawAnswer(answered.ctx, { answerId: answered.answerId, itemIds: [first?.id ?? ""] });
    expect(await stateOf(answered)).toMatchObject({
      word: "given",
      yes: ["teaching"],
      withdrawn: ["look-back"],
    });
  });

  test("everything ends the consent, with its event", async () => {
    const answered = await makeAnswered();
    const { withdrawalId } = await withdrawAnswer(answered.ctx, {
      answerId: answered.answerId,
      itemIds: null,
    });
    expect(await stateOf(answered)).toMatchObject({ word: "withdrawn" });
    const told = (await trailOf(answered.made.practice.id)).filter(
      ({ name }) => name === "consent.withdrawn",
    );
    expect(told).toMatchObject([{ withdrawalId, scope: "whole" }]);
  });

  test("doing it again changes nothing and says so", async () => {
    const { ctx, answerId } = await makeAnswered();
    await withdrawAnswer(ctx, { answerId, itemIds: null });
    const again = withdrawAnswer(ctx, { answerId, itemIds: null });
    await expect(again).rejects.toMatchObject({ reason: "already-withdrawn" });
  });

  test("twenty at once are one withdrawal", async () => {
    const { made, ctx, answerId } = await makeAnswered();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => withdrawAnswer(ctx, { answerId, itemIds: null })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await trailOf(made.practice.id)).filter(({ name }) => name === "consent.withdrawn")).toHaveLength(
      1,
    );
  });

  test("a use that was never allowed, or is unknown, is refused by name", async () => {
    const { ctx, text, input, requestId } = await makeAsked();
    const { answerId } = await answerRequest(ctx, answerTo(requestId, text));
    const refused = Object.keys(input.answers).find((id) => input.answers[id] === "no") ?? "";
    const never = withdrawAnswer(ctx, { answerId, itemIds: [refused] });
    await expect(never).rejects.toMatchObject({ reason: "nothing-to-withdraw" });
    const unknown = withdrawAnswer(ctx, { answerId, itemIds: [answerId] });
    await expect(unknown).rejects.toMatchObject({ reason: "item-unknown" });
  });

  test("that a notice arrived permits nothing, so there is nothing to take back", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    const text = await makeDisclosure(made, { kind: "privacy-notice" });
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    const { answerId } = await answerRequest(ctx, answerTo(requestId, text));
    const tried = withdrawAnswer(ctx, { answerId, itemIds: null });
    await expect(tried).rejects.toMatchObject({ reason: "nothing-to-withdraw" });
  });

  test("somebody else's answer is not found", async () => {
    const { made, answerId } = await makeAnswered();
    for (const stranger of [await makePatient(made), await makePatient(await makePractice())]) {
      const tried = withdrawAnswer(stranger.ctx, { answerId, itemIds: null });
      await expect(tried).rejects.toHaveProperty("name", "NotFound");
    }
  });

  test("afterwards the patient may say yes again on their own", async () => {
    const answered = await makeAnswered();
    const { ctx, patient, text, answerId } = answered;
    await withdrawAnswer(ctx, { answerId, itemIds: null });
    const about = { patientId: patient.id, disclosureId: text.disclosure.id };
    const { requestId } = await startAnswer(ctx, about);
    expect(await startAnswer(ctx, about)).toEqual({ requestId });
    await answerRequest(ctx, answerTo(requestId, text));
    expect(await stateOf(answered)).toMatchObject({ word: "given", yes: ["look-back"] });
  });
});
