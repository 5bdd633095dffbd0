import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answers } from "@/db/schema";
import { type Asked, answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { endOfAnswer } from "@/lib/dates";
import { buildRecord } from "@/lib/documents/build-record";
import { inPractice, readPractice } from "@/lib/in-practice";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { findEvidence } from "@/lib/signatures/find-evidence";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion, trailOf } from "@/test/factories";
import { answerRequest } from "./answer-request";
import { listAnswerSignatures } from "./answer-signatures";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

describe("answering a request", () => {
  test("writes one answer with every use, bound to the text that was shown", async () => {
    const { ctx, patient, text, requestId, input } = await makeAsked();
    const { answerId } = await answerRequest(ctx, input);
    const [facts] = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    expect(facts?.id).toBe(requestId);
    expect(facts?.answer).toMatchObject({ id: answerId, versionId: text.version.id });
    expect(facts?.answer?.items.map(({ key, answer }) => [key, answer])).toEqual([
      ["look-back", "yes"],
      ["teaching", "no"],
    ]);
  });

  test("keeps the evidence encrypted and gives it back whole", async () => {
    const { ctx, input } = await makeAsked();
    const mark: [number, number][][] = [
      [
        [10, 10],
        [80, 60],
        [150, 20],
        [220, 80],
        [300, 30],
      ],
    ];
    const { answerId } = await answerRequest(ctx, { ...input, printedName: "  Ana   Ruiz ", mark });
    const evidence = await readPractice(ctx, (tx) => findEvidence(tx, ctx, answerId));
    expect(evidence).toMatchObject({
      printedName: "Ana Ruiz",
      mark,
      ip: "192.0.2.7",
      authentication: "email-link",
    });
    expect(evidence?.commitment).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a page whose words the browser wrote over says so in its evidence; one that says nothing keeps nothing", async () => {
    const { ctx, input, patient, made } = await makeAsked();
    const { answerId } = await answerRequest(ctx, { ...input, rewritten: true });
    const { record } = await readPractice(made.system, (tx) =>
      buildRecord(tx, made.system, answerId, crypto.randomUUID()),
    );
    expect(record.evidence.rewritten).toBe(true);
    const signed = await readPractice(made.therapist, (tx) =>
      listAnswerSignatures(tx, made.therapist, patient, [answerId]),
    );
    expect(signed.get(answerId)).toMatchObject({ isRewritten: true });

    const other = await makeAsked();
    const plain = await answerRequest(other.ctx, { ...other.input, rewritten: false });
    const kept = await readPractice(other.ctx, (tx) => findEvidence(tx, other.ctx, plain.answerId));
    expect(kept).not.toHaveProperty("rewritten");
  });

  test("an answer to a text that says how long ends by itself, and the trail says when", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    const text = await makeDisclosure(made, { answersLastMonths: 12 });
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    await answerRequest(ctx, answerTo(requestId, text));
    const [facts] = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    const { answeredAt, expiresAt } = facts?.answer ?? {};
    expect(expiresAt).toEqual(answeredAt && endOfAnswer(12, answeredAt, made.practice.timeZone));
    const told = { name: "consent.given", expiresAt: expiresAt?.toISOString() };
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(told);
  });

  test("records the event: which use got which answer, and no personal data", async () => {
    const { made, ctx, patient, text, input, requestId } = await makeAsked();
    await answerRequest(ctx, input);
    const [first, second] = text.items.map(({ id }) => id);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "consent.given",
      patient: patient.id,
      requestId,
      yes: 1,
      no: 1,
      allowed: [first],
      refused: [second],
    });
  });

  test("no to everything is recorded as a refusal", async () => {
    const { made, ctx, input } = await makeAsked();
    const answers = Object.fromEntries(Object.keys(input.answers).map((id) => [id, "no" as const]));
    await answerRequest(ctx, { ...input, answers });
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "consent.refused",
      no: 2,
      allowed: [],
      refused: Object.keys(input.answers),
    });
  });

  test("the same answer again gets the same receipt, another answer is refused", async () => {
    const { ctx, input } = await makeAsked();
    const first = await answerRequest(ctx, input);
    expect(await answerRequest(ctx, input)).toEqual(first);
    const answers = Object.fromEntries(Object.keys(input.answers).map((id) => [id, "no" as const]));
    await expect(answerRequest(ctx, { ...input, answers })).rejects.toMatchObject({
      reason: "already-answered",
    });
  });

  test("fifty at once become one answer, one event and fifty equal receipts", async () => {
    const { made, ctx, input, requestId } = await makeAsked();
    const receipts = await Promise.all(Array.from({ length: 50 }, () => answerRequest(ctx, input)));
    expect(new Set(receipts.map(({ answerId }) => answerId)).size).toBe(1);
    const rows = await readPractice(ctx, (tx) =>
      tx
        .select()
        .from(answers)
        .where(and(eq(answers.practiceId, ctx.practiceId), eq(answers.requestId, requestId))),
    );
    expect(rows).toHaveLength(1);
    expect((await trailOf(made.practice.id)).filter(({ name }) => name === "consent.given")).toHaveLength(1);
  });

  test("a newer version published while reading is refused, and nothing is stored", async () => {
    const { made, ctx, patient, text, input } = await makeAsked();
    await makeVersion(made, text.disclosure.id);
    await expect(answerRequest(ctx, input)).rejects.toMatchObject({ reason: "newer-version" });
    const [facts] = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    expect(facts?.answer).toBeNull();
  });

  test("the newer version itself can be answered under the same request", async () => {
    const { made, ctx, text, requestId } = await makeAsked();
    const newer = await makeVersion(made, text.disclosure.id);
    await expect(answerRequest(ctx, answerTo(requestId, newer))).resolves.toHaveProperty("answerId");
  });

  const refusals: [string, (asked: Asked) => Promise<object> | object][] = [
    ["request-cancelled", async ({ made, requestId }) => cancelled(made.therapist, requestId)],
    ["text-differs", () => ({ textSha256: "0".repeat(64) })],
    [
      "text-damaged",
      async ({ text }) => {
        await asSuperuser(
          `update version_texts set body = body || '.' where version_id = '${text.version.id}'`,
        );
        return {};
      },
    ],
    ["item-unanswered", ({ text }) => ({ answers: { [text.items[1]?.id ?? ""]: "yes" } })],
    [
      "item-unknown",
      ({ input }) => ({ answers: { ...input.answers, "018f0000-0000-7000-8000-000000000000": "yes" } }),
    ],
    ["name-empty", () => ({ printedName: " \u00a0 " })],
    ["name-control-characters", () => ({ printedName: "Ana\u0007" })],
    ["name-bidi-characters", () => ({ printedName: "Ana \u202eziuR" })],
    ["name-not-drawable", () => ({ printedName: "李小龍" })],
    ["mark-too-small", () => ({ mark: [[[10, 10]]] })],
  ];
  test.each(refusals)("is refused: %s", async (reason, change) => {
    const asked = await makeAsked();
    const input = { ...asked.input, ...(await change(asked)) };
    await expect(answerRequest(asked.ctx, input)).rejects.toMatchObject({ reason });
    const [facts] = await readPractice(asked.ctx, (tx) =>
      listRequestFacts(tx, asked.ctx, [asked.patient.id]),
    );
    expect(facts?.answer).toBeNull();
  });

  test("somebody else's request is not found, in this practice and in another", async () => {
    const { made, input } = await makeAsked();
    const other = await makePatient(made);
    await expect(answerRequest(other.ctx, input)).rejects.toHaveProperty("name", "NotFound");
    const foreign = await makePatient(await makePractice());
    await expect(answerRequest(foreign.ctx, input)).rejects.toHaveProperty("name", "NotFound");
  });

  test("races between publishing and answering bind nobody to a text they did not see", async () => {
    const { made, ctx, text, requestId, input } = await makeAsked();
    let shown = input;
    for (let round = 0; round < 100; round++) {
      const [published] = await Promise.all([
        makeVersion(made, text.disclosure.id),
        answerRequest(ctx, shown).catch(({ reason }: { reason: string }) =>
          expect(reason).toBe("newer-version"),
        ),
      ]);
      const [answered] = await inPracticeAnswers(ctx.practiceId, ctx);
      if (answered) {
        expect(answered.versionId).toBe(shown.versionId);
        expect(answered.textSha256).toBe(shown.textSha256);
        const again = await ask(made, ctx, answered.patientId, text.disclosure.id);
        expect(again).not.toBe(requestId);
        return;
      }
      shown = answerTo(requestId, published);
    }
  });
});

async function cancelled(therapist: Asked["made"]["therapist"], requestId: string) {
  await cancelRequest(therapist, requestId);
  return {};
}

function inPracticeAnswers(practiceId: string, ctx: Asked["ctx"]) {
  return readPractice(ctx, (tx) => tx.select().from(answers).where(eq(answers.practiceId, practiceId)));
}

test("an answer cannot be changed or removed by the app, whatever it tries", async () => {
  const { ctx, input } = await makeAsked();
  const { answerId } = await answerRequest(ctx, input);
  const change = inPractice(ctx, (tx) =>
    tx
      .update(answers)
      .set({ language: "es" })
      .where(and(eq(answers.practiceId, ctx.practiceId), eq(answers.id, answerId))),
  );
  await expect(change).rejects.toMatchObject({ code: "42501" });
});
