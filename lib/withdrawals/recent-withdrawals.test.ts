import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { type Asked, answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import type { StaffContext } from "@/lib/context";
import { draft, draftText } from "@/lib/drafts/drafts.fixture";
import { readPractice } from "@/lib/in-practice";
import { archivePatient } from "@/lib/patients/archive-patient";
import { restorePatient } from "@/lib/patients/restore-patient";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { choices, writeDraft } from "@/lib/publishing/publishing.fixture";
import { answerPage } from "@/lib/screens/my/answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeStaff } from "@/test/factories";
import { listRecentWithdrawals } from "./recent-withdrawals";
import { withdrawAnswer } from "./withdraw-answer";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

let asked: Asked;
let answerId: string;
beforeAll(async () => {
  asked = await makeAsked();
  const answers = Object.fromEntries(asked.text.items.map(({ id }) => [id, "yes" as const]));
  ({ answerId } = await answerRequest(asked.ctx, { ...asked.input, answers }));
  await withdrawAnswer(asked.ctx, { answerId, itemIds: null });
});

const listed = (ctx: StaffContext = asked.made.office) =>
  readPractice(ctx, (tx, now) => listRecentWithdrawals(tx, ctx, now, "en"));

test("what was taken back is told with its uses, to those who see the patient", async () => {
  const { made, patient, text } = asked;
  const uses = ["look-back (en)", "teaching (en)"];
  const told = [
    { patientId: patient.id, legalName: patient.legalName, disclosureId: text.disclosure.id, uses },
  ];
  for (const ctx of [made.office, made.auditor, made.therapist])
    expect(await listed(ctx)).toMatchObject(told);
  expect(await listed(await makeStaff(made, { roles: ["therapist"] }))).toEqual([]);
  expect(await listed((await makePractice()).owner)).toEqual([]);
});

test("it is told of a text that is there in another language alone", async () => {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const content = draft({ texts: { en: null, es: draftText({ title: "Grabar" }) } });
  await writeDraft(made, disclosure.id, content);
  const summaries = { en: "", es: "Nuevo." };
  await publishDraft(made.owner, choices(made, disclosure.id, { leftOut: ["en"], summaries }));
  const { patient, ctx } = await makePatient(made, { language: "es" });
  const requestId = await ask(made, ctx, patient.id, disclosure.id);
  const { text } = await answerPage(ctx, requestId, "es");
  const given = { requestId, versionId: text.id, textSha256: text.textSha256, language: text.language };
  const answers = Object.fromEntries(text.items.map(({ id }) => [id, "yes" as const]));
  const signed = { answers, printedName: patient.legalName, mark: null };
  const { answerId } = await answerRequest(ctx, { ...given, ...signed });
  await withdrawAnswer(ctx, { answerId, itemIds: null });
  expect(await listed(made.owner)).toMatchObject([{ patientId: patient.id, uses: ["Repasar"] }]);
});

test("it is not told of an archived patient", async () => {
  const { made, patient } = asked;
  await archivePatient(made.owner, { patientId: patient.id });
  expect(await listed()).toEqual([]);
  await restorePatient(made.owner, { patientId: patient.id });
  expect(await listed()).toHaveLength(1);
});

test("it is not told after seven days", async () => {
  await asSuperuser("update withdrawals set withdrawn_at = withdrawn_at - interval '7 days 1 second'");
  expect(await listed()).toEqual([]);
  await asSuperuser("update withdrawals set withdrawn_at = withdrawn_at + interval '7 days 1 second'");
  expect(await listed()).toHaveLength(1);
});

test("it is not told once the patient has answered anew", async () => {
  const { requestId } = await startAnswer(asked.ctx, {
    patientId: asked.patient.id,
    disclosureId: asked.text.disclosure.id,
  });
  expect(await listed()).toHaveLength(1);
  await answerRequest(asked.ctx, answerTo(requestId, asked.text));
  expect(await listed()).toEqual([]);
});
