import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { requestCancellations } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { answerTo, makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { daysAfter, today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { askPatients } from "./ask-patients";
import { cancelRequest } from "./cancel-request";

await testDatabase();
afterAll(closeDatabase);

type Asked = Pick<Awaited<ReturnType<typeof makeAsked>>, "ctx" | "patient">;

const factsOf = ({ ctx, patient }: Asked) =>
  readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));

const cancellationsOf = ({ ctx }: Asked) => readPractice(ctx, (tx) => tx.select().from(requestCancellations));

describe("taking a question back", () => {
  test("writes the fact, and who did it", async () => {
    const asked = await makeAsked();
    const { made, requestId } = asked;
    await cancelRequest(made.office, requestId);
    expect((await factsOf(asked))[0]?.cancelledAt).toBeInstanceOf(Date);
    const [cancellation] = await cancellationsOf(asked);
    expect(cancellation).toMatchObject({ requestId, cancelledBy: made.office.staffId });
  });

  test("records the event", async () => {
    const { made, patient, requestId } = await makeAsked();
    await cancelRequest(made.office, requestId);
    const recorded = { name: "request.cancelled", patient: patient.id, requestId };
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(recorded);
  });

  test("a second time is refused", async () => {
    const { made, requestId } = await makeAsked();
    await cancelRequest(made.office, requestId);
    const again = cancelRequest(made.office, requestId);
    await expect(again).rejects.toMatchObject({ reason: "already-cancelled" });
  });

  test("an answered question stays answered, whoever is first of two at once", async () => {
    const asked = await makeAsked();
    const { made, ctx, input, requestId } = asked;
    await Promise.allSettled([answerRequest(ctx, input), cancelRequest(made.office, requestId)]);
    const [facts] = await factsOf(asked);
    expect([facts?.answer, facts?.cancelledAt].filter(Boolean)).toHaveLength(1);
    const late = facts?.answer ? "already-answered" : "already-cancelled";
    await expect(cancelRequest(made.office, requestId)).rejects.toMatchObject({ reason: late });
  });

  test("ten at once take it back once", async () => {
    const asked = await makeAsked();
    const ten = Array.from({ length: 10 }, () => cancelRequest(asked.made.office, asked.requestId));
    const done = (await Promise.allSettled(ten)).filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
    expect(await cancellationsOf(asked)).toHaveLength(1);
  });

  test("the auditor is refused; another practice and a colleague who treats others do not find it", async () => {
    const { made, requestId } = await makeAsked();
    await expect(cancelRequest(made.auditor, requestId)).rejects.toMatchObject({ reason: "not-your-role" });
    const other = await makePractice();
    await expect(cancelRequest(other.office, requestId)).rejects.toHaveProperty("name", "NotFound");
    const colleague = { ...made.therapist, staffId: made.office.staffId };
    await expect(cancelRequest(colleague, requestId)).rejects.toHaveProperty("name", "NotFound");
  });

  test("it can be asked anew and answered", async () => {
    const asked = await makeAsked();
    const { made, ctx, patient, text, requestId } = asked;
    await cancelRequest(made.office, requestId);
    const dueOn = daysAfter(today(new Date(), "UTC"), 90);
    const again = { patientIds: [patient.id], disclosureIds: [text.disclosure.id], dueOn };
    expect((await askPatients(made.office, again)).asked).toHaveLength(1);
    const newer = (await factsOf(asked)).at(-1)?.id ?? "";
    await expect(answerRequest(ctx, answerTo(newer, text))).resolves.toHaveProperty("answerId");
  });
});

describe("a patient who would rather not answer anew", () => {
  async function makeStarted() {
    const asked = await makeAsked();
    await answerRequest(asked.ctx, asked.input);
    const about = { patientId: asked.patient.id, disclosureId: asked.text.disclosure.id };
    const { requestId } = await startAnswer(asked.ctx, about);
    return { ...asked, about, requestId };
  }

  test("takes their own question back, and what they said before stands", async () => {
    const started = await makeStarted();
    const { made, ctx, patient, requestId } = started;
    await cancelRequest(ctx, requestId);
    const [answered, own] = await factsOf(started);
    expect(answered).toMatchObject({ cancelledAt: null, answer: { id: expect.any(String) } });
    expect(own).toMatchObject({ id: requestId, cancelledAt: expect.any(Date), answer: null });
    expect((await cancellationsOf(started))[0]).toMatchObject({ cancelledBy: ctx.userId });
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "request.cancelled",
      actor: { kind: "patient", id: ctx.userId },
      patient: patient.id,
      requestId,
    });
  });

  test("may start once more", async () => {
    const { ctx, about, requestId } = await makeStarted();
    await cancelRequest(ctx, requestId);
    expect((await startAnswer(ctx, about)).requestId).not.toBe(requestId);
  });

  test("does not take back what the practice asked, nor what somebody else started", async () => {
    const { ctx, requestId, made } = await makeAsked();
    await expect(cancelRequest(ctx, requestId)).rejects.toMatchObject({ reason: "asked-by-practice" });
    const started = await makeStarted();
    for (const stranger of [await makePatient(started.made), await makePatient(made)]) {
      const tried = cancelRequest(stranger.ctx, started.requestId);
      await expect(tried).rejects.toHaveProperty("name", "NotFound");
    }
  });
});
