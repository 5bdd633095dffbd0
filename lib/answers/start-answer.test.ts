import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type Asked, makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion, trailOf } from "@/test/factories";
import { answerRequest } from "./answer-request";
import { startAnswer } from "./start-answer";

await testDatabase();
afterAll(closeDatabase);

const aboutText = ({ patient, text }: Asked) => ({ patientId: patient.id, disclosureId: text.disclosure.id });

/** Somebody who said yes to one use and no to the other. */
async function makeAnswered(said?: "yes") {
  const asked = await makeAsked();
  const all = Object.fromEntries(asked.text.items.map(({ id }) => [id, "yes" as const]));
  await answerRequest(asked.ctx, said ? { ...asked.input, answers: all } : asked.input);
  return { ...asked, about: aboutText(asked) };
}

const factsOf = ({ ctx, patient }: Asked) =>
  readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));

describe("answering anew", () => {
  test("opens a question about the text in force, and says that the patient started it", async () => {
    const answered = await makeAnswered();
    const newer = await makeVersion(answered.made, answered.text.disclosure.id, { change: "editorial" });
    const { requestId } = await startAnswer(answered.ctx, answered.about);
    const [asked, started] = await factsOf(answered);
    expect(asked).toMatchObject({ startedByPatient: false });
    const own = { id: requestId, versionId: newer.version.id, startedByPatient: true, answer: null };
    expect(started).toMatchObject({ ...own, dueOn: null });
  });

  test("records the event as the patient's", async () => {
    const { made, ctx, patient, text, about } = await makeAnswered();
    const { requestId } = await startAnswer(ctx, about);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "request.made",
      actor: { kind: "patient", id: ctx.userId },
      patient: patient.id,
      disclosureId: text.disclosure.id,
      requestId,
    });
  });

  test("a question that is open already is the one to answer, whoever asked it", async () => {
    const asked = await makeAsked();
    const recorded = await trailOf(asked.made.practice.id);
    expect(await startAnswer(asked.ctx, aboutText(asked))).toEqual({ requestId: asked.requestId });
    expect(await trailOf(asked.made.practice.id)).toEqual(recorded);
  });

  const refusals: [string, () => Promise<Asked>][] = [
    ["over a complete yes", () => makeAnswered("yes")],
    ["to what was asked and taken back before any answer", makeCancelled],
    ["to what was never asked", makeUnasked],
  ];
  test.each(refusals)("is refused %s", async (_, make) => {
    const asked = await make();
    const before = await factsOf(asked);
    const anew = startAnswer(asked.ctx, aboutText(asked));
    await expect(anew).rejects.toMatchObject({ name: "Refused", reason: "nothing-to-answer" });
    expect(await factsOf(asked)).toEqual(before);
  });

  test("another patient and another practice are not found", async () => {
    const { made, ctx, about } = await makeAnswered();
    for (const stranger of [await makePatient(made), await makePatient(await makePractice())]) {
      await expect(startAnswer(stranger.ctx, about)).rejects.toHaveProperty("name", "NotFound");
    }
    const foreign = await makeDisclosure(await makePractice());
    const elsewhere = startAnswer(ctx, { ...about, disclosureId: foreign.disclosure.id });
    await expect(elsewhere).rejects.toHaveProperty("name", "NotFound");
  });

  test("ten at once are one question", async () => {
    const answered = await makeAnswered();
    const tenTimes = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, act));
    // Opens the connections, so that the ten do meet.
    await tenTimes(() => factsOf(answered));
    const started = await tenTimes(() => startAnswer(answered.ctx, answered.about));
    expect(new Set(started.map(({ requestId }) => requestId)).size).toBe(1);
    expect(await factsOf(answered)).toHaveLength(2);
    const made = (await trailOf(answered.made.practice.id)).filter(({ name }) => name === "request.made");
    expect(made).toHaveLength(2);
  });
});

async function makeCancelled() {
  const asked = await makeAsked();
  await cancelRequest(asked.made.office, asked.requestId);
  return asked;
}

async function makeUnasked() {
  const asked = await makeAsked();
  return { ...asked, text: await makeDisclosure(asked.made) };
}
