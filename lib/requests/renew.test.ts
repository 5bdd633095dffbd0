import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messages, requests } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { readPractice } from "@/lib/in-practice";
import { archivePatient } from "@/lib/patients/archive-patient";
import { putEverythingBack } from "@/lib/withdrawals/put-everything-back";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { findWithdrawnTogether } from "@/lib/withdrawals/withdrawn-together";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { renewDueAnswers } from "./renew";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);
const untilDone = new AbortController().signal;

/** A patient whose answers to two texts end in so many days. */
async function makeEnding(days: number) {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const texts = [await makeDisclosure(made), await makeDisclosure(made)];
  const answerIds: string[] = [];
  for (const text of texts) {
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    answerIds.push((await answerRequest(ctx, answerTo(requestId, text))).answerId);
  }
  await asSuperuser(`update answers set expires_at = clock_timestamp() + interval '${days} days'
    where patient_id = '${patient.id}'`);
  const renewals = async () =>
    (
      await readPractice(made.system, (tx) =>
        tx.select().from(requests).where(eq(requests.patientId, patient.id)),
      )
    ).filter(({ origin }) => origin === "renewal");
  return { made, patient, ctx, texts, answerIds, renewals };
}

describe("an answer that is about to end", () => {
  test("is asked about once, all of a patient's in one sitting with one mail", async () => {
    const { made, patient, texts, renewals } = await makeEnding(29);
    expect(await renewDueAnswers(untilDone)).toBe(2);
    expect(await renewDueAnswers(untilDone)).toBe(0);
    const asked = await renewals();
    expect(asked.map(({ disclosureId }) => disclosureId).sort()).toEqual(
      texts.map(({ disclosure }) => disclosure.id).sort(),
    );
    expect(asked[0]).toMatchObject({ askedBy: null, route: "system" });
    expect(new Set(asked.map(({ sittingId }) => sittingId)).size).toBe(1);
    const mails = await readPractice(made.system, (tx) => tx.select().from(messages));
    const about = mails.filter(({ sittingId }) => sittingId === asked[0]?.sittingId);
    expect(about).toMatchObject([{ kind: "question", toAddress: patient.email }]);
    const recorded = (await trailOf(made.practice.id)).slice(-2);
    expect(recorded).toMatchObject([{ name: "request.made" }, { name: "request.made" }]);
  });

  test("not before the practice's days", async () => {
    const { renewals } = await makeEnding(31);
    await renewDueAnswers(untilDone);
    expect(await renewals()).toEqual([]);
  });

  test("not when it was taken back, nor when the patient is archived", async () => {
    const back = await makeEnding(20);
    const [first = ""] = back.answerIds;
    await withdrawAnswer(back.ctx, { answerId: first, itemIds: null });
    const gone = await makeEnding(20);
    await archivePatient(gone.made.owner, { patientId: gone.patient.id });
    await renewDueAnswers(untilDone);
    expect(await back.renewals()).toHaveLength(1);
    expect(await gone.renewals()).toEqual([]);
  });

  test("what was taken back and put back is asked about again, as if nothing had been", async () => {
    const { ctx, patient, renewals } = await makeEnding(20);
    await withdrawEverything(ctx, { patientId: patient.id });
    const act = await readPractice(ctx, (tx) => findWithdrawnTogether(tx, ctx, patient.id));
    await putEverythingBack(ctx, { patientId: patient.id, togetherId: act?.togetherId ?? "" });
    await renewDueAnswers(untilDone);
    expect(await renewals()).toHaveLength(2);
  });

  test("of two workers at once, one asks", async () => {
    const { renewals } = await makeEnding(5);
    await Promise.all([renewDueAnswers(untilDone), renewDueAnswers(untilDone)]);
    expect(await renewals()).toHaveLength(2);
  });
});
