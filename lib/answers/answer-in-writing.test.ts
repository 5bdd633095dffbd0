import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { listDocuments } from "@/lib/documents/queries";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import {
  makeAgreed,
  makeAskedInWriting,
  missTwice,
  passAccessTest,
  routeOf,
} from "@/lib/electronic-records/access-tests.fixture";
import { readPractice } from "@/lib/in-practice";
import { answerPage } from "@/lib/screens/my/answer";
import { readEvidence } from "@/lib/signatures/find-evidence";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion } from "@/test/factories";
import { answerRequest } from "./answer-request";
import { reviewAnswer } from "./review-answer";
import { startAnswer } from "./start-answer";

await ownDatabase();
afterAll(closeDatabase);

async function expectRefused(
  { ctx, answer }: Pick<Awaited<ReturnType<typeof makeAskedInWriting>>, "ctx" | "answer">,
  reason: string,
) {
  await expect(reviewAnswer(ctx, answer)).rejects.toMatchObject({ reason });
  await expect(answerRequest(ctx, answer)).rejects.toMatchObject({ reason });
  const page = await answerPage(ctx, answer.requestId, "en");
  expect(page).toMatchObject({ refusal: null, text: { id: answer.versionId } });
}

describe("a text that the law wants in writing", () => {
  test("is answered after the yes to a screen and an opened sample, on which its evidence relies", async () => {
    const asked = await makeAskedInWriting();
    await expectRefused(asked, "electronic-records-first");
    const { ctx, patient, answer } = asked;
    await answerRequest(ctx, asked.agreeing);
    await expectRefused(asked, "access-test-first");
    const accessTestId = await passAccessTest(ctx, patient.id);
    await reviewAnswer(ctx, answer);
    const { answerId } = await answerRequest(ctx, answer);
    const evidence = await readPractice(ctx, (tx) => readEvidence(tx, ctx, answerId));
    expect(evidence).toMatchObject({ accessTestId });
  });

  test("is on paper for whoever said no, or saw nothing in the sample; it stays to be read", async () => {
    const declined = await makeAskedInWriting();
    const no = Object.fromEntries(declined.electronic.items.map(({ id }) => [id, "no" as const]));
    await answerRequest(declined.ctx, { ...declined.agreeing, answers: no });
    await expectRefused(declined, "paper-route");
    const unable = await makeAgreed();
    await missTwice(unable.ctx, unable.patient.id);
    await expectRefused(unable, "paper-route");
  });

  test("is on paper from the withdrawal on; what was signed before stays, and so does the way back", async () => {
    const agreed = await makeAgreed();
    const { made, ctx, patient, agreementId } = agreed;
    await passAccessTest(ctx, patient.id);
    await answerRequest(ctx, agreed.answer);
    await sealOwedDocuments(new AbortController().signal);
    await withdrawAnswer(ctx, { answerId: agreementId, itemIds: null });

    const later = await makeDisclosure(made, { kind: "authorization", position: 3 });
    const laterId = await ask(made, ctx, patient.id, later.disclosure.id);
    const answer = answerTo(laterId, later);
    await expectRefused({ ctx, answer }, "paper-route");
    expect(await readPractice(ctx, (tx) => listDocuments(tx, ctx))).toHaveLength(2);

    const { disclosure } = agreed.electronic;
    const { requestId } = await startAnswer(ctx, { patientId: patient.id, disclosureId: disclosure.id });
    await answerRequest(ctx, answerTo(requestId, agreed.electronic));
    await expect(answerRequest(ctx, answer)).resolves.toHaveProperty("answerId");
  });

  test("wants a sample anew once the text about electronic records was raised and answered", async () => {
    const agreed = await makeAgreed();
    const { made, ctx, patient } = agreed;
    await passAccessTest(ctx, patient.id);
    const raised = await makeVersion(made, agreed.electronic.disclosure.id, { change: "material" });
    const requestId = await ask(made, ctx, patient.id, agreed.electronic.disclosure.id);
    await answerRequest(ctx, answerTo(requestId, raised));
    await expectRefused(agreed, "access-test-first");
    await passAccessTest(ctx, patient.id);
    await expect(answerRequest(ctx, agreed.answer)).resolves.toHaveProperty("answerId");
  });

  test("needs a sample opened by who signs: another mailbox of the patient proves itself", async () => {
    const { made, ctx, patient, answer } = await makeAgreed();
    await passAccessTest(ctx, patient.id);
    const other = await makePatient(made);
    const successor = { ...ctx, userId: other.ctx.userId };
    await expect(answerRequest(successor, answer)).rejects.toMatchObject({ reason: "access-test-first" });
  });
});

test("without a text about electronic records nothing comes first", async () => {
  const made = await makePractice();
  const { ctx, patient } = await makePatient(made);
  const notice = await makeDisclosure(made, { kind: "privacy-notice" });
  const requestId = await ask(made, ctx, patient.id, notice.disclosure.id);
  expect(await routeOf(ctx, patient.id)).toBe("electronic");
  await expect(answerRequest(ctx, answerTo(requestId, notice))).resolves.toHaveProperty("answerId");
});

test("the text about electronic records may be begun by who was never asked about it", async () => {
  const made = await makePractice();
  const { ctx, patient } = await makePatient(made);
  const electronic = await makeDisclosure(made, { kind: "electronic-records-consent" });
  const about = { patientId: patient.id, disclosureId: electronic.disclosure.id };
  const { requestId } = await startAnswer(ctx, about);
  await answerRequest(ctx, answerTo(requestId, electronic));
  expect(await routeOf(ctx, patient.id)).toBe("test-first");
});
