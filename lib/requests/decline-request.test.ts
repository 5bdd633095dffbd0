import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { requestDeclines } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { type Asked, makeAsked } from "@/lib/consents/consents.fixture";
import { readPractice } from "@/lib/in-practice";
import { consentsPage } from "@/lib/screens/my/consents";
import { homePage } from "@/lib/screens/my/home";
import { testDatabase } from "@/test/database";
import { makePatient, trailOf } from "@/test/factories";
import { askPatients } from "./ask-patients";
import { cancelRequest } from "./cancel-request";
import { declineRequest } from "./decline-request";

await testDatabase();
afterAll(closeDatabase);

const declines = ({ ctx }: Asked) => readPractice(ctx, (tx) => tx.select().from(requestDeclines));

describe("please don't ask me again", () => {
  test("writes the fact, and records the event", async () => {
    const asked = await makeAsked();
    await declineRequest(asked.ctx, asked.requestId);
    const by = { requestId: asked.requestId, declinedBy: asked.ctx.userId };
    expect(await declines(asked)).toMatchObject([by]);
    const recorded = { name: "request.declined", patient: asked.patient.id, requestId: asked.requestId };
    expect((await trailOf(asked.made.practice.id)).at(-1)).toMatchObject(recorded);
  });

  test("twice, one after the other or at once, is the same as once", async () => {
    const asked = await makeAsked();
    await Promise.all([1, 2, 3].map(() => declineRequest(asked.ctx, asked.requestId)));
    await declineRequest(asked.ctx, asked.requestId);
    expect(await declines(asked)).toHaveLength(1);
    const names = (await trailOf(asked.made.practice.id)).map(({ name }) => name);
    expect(names.filter((name) => name === "request.declined")).toHaveLength(1);
  });

  test("is refused after an answer, after it was taken back, and of one's own wish", async () => {
    const answered = await makeAsked();
    await answerRequest(answered.ctx, answered.input);
    const late = declineRequest(answered.ctx, answered.requestId);
    await expect(late).rejects.toMatchObject({ reason: "already-answered" });
    const about = { patientId: answered.patient.id, disclosureId: answered.text.disclosure.id };
    const { requestId: own } = await startAnswer(answered.ctx, about);
    await expect(declineRequest(answered.ctx, own)).rejects.toMatchObject({ reason: "asked-by-yourself" });
    const cancelled = await makeAsked();
    await cancelRequest(cancelled.made.office, cancelled.requestId);
    const idle = declineRequest(cancelled.ctx, cancelled.requestId);
    await expect(idle).rejects.toMatchObject({ reason: "request-cancelled" });
  });

  test("somebody else does not find it", async () => {
    const asked = await makeAsked();
    const strangers = [await makePatient(asked.made), await makeAsked()];
    for (const { ctx } of strangers)
      await expect(declineRequest(ctx, asked.requestId)).rejects.toHaveProperty("name", "NotFound");
  });

  test("it stands no longer among what there is to read, and stays reachable and answerable", async () => {
    const { ctx, requestId, input } = await makeAsked();
    await declineRequest(ctx, requestId);
    expect((await homePage(ctx, "en")).people[0]?.toRead).toEqual([]);
    const consents = (await consentsPage(ctx, "en")).people[0]?.consents;
    expect(consents).toMatchObject([{ restingRequestId: requestId }]);
    await answerRequest(ctx, input);
    expect((await consentsPage(ctx, "en")).people[0]?.consents).toMatchObject([{ restingRequestId: null }]);
  });

  test("they are asked once more only with a note, which is stored sealed", async () => {
    const { made, ctx, patient, text, requestId } = await makeAsked();
    await declineRequest(ctx, requestId);
    const input = { patientIds: [patient.id], disclosureIds: [text.disclosure.id], dueOn: null };
    expect((await askPatients(made.office, input)).skipped).toMatchObject([{ reason: "asked-not-to" }]);
    const again = await askPatients(made.office, { ...input, note: "We talked about it on the phone." });
    expect(again.asked).toMatchObject([{ noted: true }]);
    expect((await homePage(ctx, "en")).people[0]?.toRead).toHaveLength(1);
  });
});
