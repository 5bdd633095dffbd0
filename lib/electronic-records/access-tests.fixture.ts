import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import type { Context, PatientContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { beginAccessTest } from "./begin-access-test";
import { findTest } from "./queries";
import { recordsState } from "./records-state";
import { openDigits } from "./sealed-code";
import { tryAccessTest } from "./try-access-test";

/** A practice that gives out a text about electronic records and a notice, and a patient who was asked about both. */
export async function makeAskedInWriting() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const electronic = await makeDisclosure(made, { kind: "electronic-records-consent", position: 1 });
  const notice = await makeDisclosure(made, { kind: "privacy-notice", position: 2 });
  const electronicId = await ask(made, ctx, patient.id, electronic.disclosure.id);
  const noticeId = await ask(made, ctx, patient.id, notice.disclosure.id);
  return {
    made,
    patient,
    ctx,
    electronic,
    notice,
    agreeing: answerTo(electronicId, electronic),
    answer: answerTo(noticeId, notice),
  };
}

/** As above, and they said that a screen is all right. */
export async function makeAgreed() {
  const asked = await makeAskedInWriting();
  const { answerId: agreementId } = await answerRequest(asked.ctx, asked.agreeing);
  return { ...asked, agreementId, about: { patientId: asked.patient.id } };
}

export async function digitsOf(ctx: Context, testId: string): Promise<string> {
  return readPractice(ctx, async (tx) => {
    const test = await findTest(tx, ctx, testId);
    return test ? openDigits(ctx, test) : "";
  });
}

export async function otherThan(ctx: Context, testId: string): Promise<string> {
  return (await digitsOf(ctx, testId)) === "0000" ? "1111" : "0000";
}

/** Opens a sample and types its digits. */
export async function passAccessTest(ctx: PatientContext, patientId: string): Promise<string> {
  const { testId } = await beginAccessTest(ctx, { patientId });
  await tryAccessTest(ctx, { testId, digits: await digitsOf(ctx, testId) });
  return testId;
}

export async function missTwice(ctx: PatientContext, patientId: string): Promise<string> {
  const { testId } = await beginAccessTest(ctx, { patientId });
  const digits = await otherThan(ctx, testId);
  for (const _ of [1, 2]) await tryAccessTest(ctx, { testId, digits }).catch(() => {});
  return testId;
}

export async function routeOf(ctx: Context, patientId: string) {
  return readPractice(ctx, async (tx, now) => (await recordsState(tx, ctx, patientId, now)).route);
}
