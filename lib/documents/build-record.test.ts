import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { patients, practices } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { type Asked, answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { inPractice, readPractice } from "@/lib/in-practice";
import { canonicalDisclosureText, disclosureTextSha256 } from "@/lib/markdown/markdown";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { buildRecord } from "./build-record";
import { sealDocument } from "./seal-document";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

async function recordOf({ made }: Pick<Asked, "made">, signatureId: string) {
  const { record } = await readPractice(made.system, (tx) =>
    buildRecord(tx, made.system, signatureId, uuid()),
  );
  return record;
}

/** Both uses allowed. */
async function makeAnswered() {
  const asked = await makeAsked();
  const [first = "", second = ""] = asked.text.items.map(({ id }) => id);
  const { answerId } = await answerRequest(asked.ctx, {
    ...asked.input,
    answers: { [first]: "yes", [second]: "yes" },
  });
  return { ...asked, answerId, first, second };
}

async function makeNotice(answer: "yes" | "no") {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const words = { label: "I received this notice", whatFor: "", whoSees: "", where: "", until: "", copy: "" };
  const items = [{ key: "received", required: true, texts: { en: words, es: words } }];
  const text = await makeDisclosure(made, { kind: "privacy-notice", items });
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  const input = answerTo(requestId, text);
  const answers = Object.fromEntries(Object.keys(input.answers).map((id) => [id, answer]));
  const { answerId } = await answerRequest(ctx, { ...input, answers });
  return { made, ctx, answerId };
}

/** Corrects what the practice is called, and the patient. */
async function rename({ made, patient }: Asked) {
  await inPractice(made.system, async (tx) => {
    await tx.update(patients).set({ legalName: "Somebody Else" }).where(eq(patients.id, patient.id));
    await tx
      .update(practices)
      .set({ name: "Other Name", phone: "555 0199", timeZone: "Europe/Madrid" })
      .where(eq(practices.practiceId, made.practice.id));
  });
}

describe("what is taken back", () => {
  test("a second withdrawal tells of what an earlier one took back, and the first of nothing else", async () => {
    const answered = await makeAnswered();
    const { ctx, answerId, first, second } = answered;
    const one = await withdrawAnswer(ctx, { answerId, itemIds: [second] });
    const two = await withdrawAnswer(ctx, { answerId, itemIds: [first] });

    const later = await recordOf(answered, two.withdrawalId);
    expect(later.withdrawal).toMatchObject({ id: two.withdrawalId, itemIds: [first] });
    expect(later.withdrawal?.earlier).toMatchObject([{ id: one.withdrawalId, itemIds: [second] }]);
    expect((await recordOf(answered, one.withdrawalId)).withdrawal).toMatchObject({
      itemIds: [second],
      earlier: [],
    });
  });

  test("it was one press of a button, and the name is that of who answered", async () => {
    const answered = await makeAnswered();
    const { ctx, answerId } = answered;
    const { withdrawalId } = await withdrawAnswer(ctx, { answerId, itemIds: null });
    const record = await recordOf(answered, withdrawalId);
    expect(record.evidence).toMatchObject({ mark: "pressed", markSha256: null });
    expect(record.signer).toEqual({ printedName: "Ana María Ruiz", capacity: "self" });
  });

  test("another reader of the mailbox is given no name and no capacity", async () => {
    const answered = await makeAnswered();
    const { answerId } = answered;
    const ctx = { ...answered.ctx, userId: uuid() };
    const { withdrawalId } = await withdrawAnswer(ctx, { answerId, itemIds: null });
    const record = await recordOf(answered, withdrawalId);
    expect(record.signer).toEqual({ printedName: null, capacity: null });
  });
});

describe("the names on a document are those that stood there when it was signed", () => {
  const named = {
    patient: { legalName: "Ana María Ruiz" },
    practice: { name: "Test Practice", phone: "(555) 010-0100", timeZone: "America/Los_Angeles" },
  };

  test("of an answer", async () => {
    const answered = await makeAnswered();
    await rename(answered);
    expect(await recordOf(answered, answered.answerId)).toMatchObject(named);
  });

  test("of a withdrawal", async () => {
    const answered = await makeAnswered();
    const { ctx, answerId } = answered;
    const { withdrawalId } = await withdrawAnswer(ctx, { answerId, itemIds: null });
    await rename(answered);
    expect(await recordOf(answered, withdrawalId)).toMatchObject(named);
  });
});

test("the trail holds with a use left open, and with what another reader of the mailbox took back", async () => {
  const { made, ctx, text, input } = await makeAsked();
  const [first = ""] = text.items.map(({ id }) => id);
  const { answerId } = await answerRequest(ctx, { ...input, answers: { [first]: "yes" } });
  await sealDocument(made.system, answerId);
  const other = { ...ctx, userId: uuid() };
  const { withdrawalId } = await withdrawAnswer(other, { answerId, itemIds: null });
  await sealDocument(made.system, withdrawalId);
  const { length: size } = await trailOf(made.practice.id);
  expect(await verifyFacts(made.system, { size, withFiles: true })).toMatchObject({ ok: true });
});

test("a use left open stays in the record, so that its text can be fingerprinted again", async () => {
  const asked = await makeAsked();
  const [first = "", second = ""] = asked.text.items.map(({ id }) => id);
  const { answerId } = await answerRequest(asked.ctx, { ...asked.input, answers: { [first]: "yes" } });
  const { items, disclosure } = await recordOf(asked, answerId);
  expect(items.map(({ id, answer }) => [id, answer])).toEqual([
    [first, "yes"],
    [second, null],
  ]);
  const again = disclosureTextSha256(canonicalDisclosureText({ ...disclosure, items }));
  expect(again).toBe(disclosure.textSha256);
});

test.each([
  ["yes", "acknowledges-receipt", /confirm that I received this notice/],
  ["no", "declines-receipt", /do not confirm/],
] as const)("a privacy notice answered %s %s", async (answer, meaning, intent) => {
  const notice = await makeNotice(answer);
  const record = await recordOf(notice, notice.answerId);
  expect(record.meaning).toBe(meaning);
  expect(record.answer.intent).toMatch(intent);
});

test("the trail keeps its name in a document when the installation has moved", async () => {
  const answered = await makeAnswered();
  const { made, answerId } = answered;
  await signTrail(made.system);
  await asSuperuser(`update checkpoints set note = replace(note, 'localhost:3000', 'old.example')
    where practice_id = '${made.practice.id}'`);
  const { trail } = await recordOf(answered, answerId);
  expect(trail.origin).toBe(`old.example/audit/${made.practice.id}`);
});
