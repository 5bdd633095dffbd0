import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { noteEarlierAgreement } from "@/lib/agreements/note-earlier-agreement";
import { answerRequest } from "@/lib/answers/answer-request";
import { correctAnswer } from "@/lib/answers/correct-answer";
import { startAnswer } from "@/lib/answers/start-answer";
import { consentState, consentWords } from "@/lib/consents/consent-state";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { endNotice } from "@/lib/requests/end-notice";
import { needsOf } from "@/lib/screens/desk/board-rows";
import { recordWithdrawal } from "@/lib/withdrawals/record-withdrawal";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion } from "@/test/factories";
import { consentsPage } from "./consents";
import { takenBackPage, withdrawnPage } from "./withdrawn";

await testDatabase();
afterAll(closeDatabase);

describe("what a patient reads of a consent", () => {
  test("noted aloud: by whom, and the way to answer anew", async () => {
    const { made, ctx, input } = await makeAsked();
    const { answerId } = await answerRequest(ctx, input);
    await recordWithdrawal(made.office, { answerId, itemIds: null, route: "phone" });
    const consent = (await consentsPage(ctx, "en")).people[0]?.consents[0];
    expect(consent).toMatchObject({
      spoken: { noterName: "Test office", route: "phone" },
      withdrawable: null,
    });
    expect(consent?.mayAnswerAnew).toBe(true);
    expect(await withdrawnPage(ctx, answerId, "en")).toMatchObject({ notedBy: "Test office" });
  });

  test("noted by mistake: nothing to take back, and it may be answered anew", async () => {
    const { made, ctx, input, patient, text } = await makeAsked();
    const { answerId } = await answerRequest(ctx, input);
    await correctAnswer(made.owner, { answerId, reason: "Somebody else answered." });
    const consent = (await consentsPage(ctx, "en")).people[0]?.consents[0];
    expect(consent).toMatchObject({ state: { word: "invalid" }, withdrawable: null, mayAnswerAnew: true });
    await startAnswer(ctx, { patientId: patient.id, disclosureId: text.disclosure.id });
  });

  test("an ended notice: how, when, and that it can still be confirmed", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    const text = await makeDisclosure(made, { kind: "privacy-notice" });
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    await endNotice(made.office, { requestId, outcome: "refused", reason: "Said no at the desk." });
    const notice = async () => (await consentsPage(ctx, "en")).people[0]?.consents[0];
    expect((await notice())?.endedNotice).toMatchObject({ outcome: "refused", requestId });
    await answerRequest(ctx, answerTo(requestId, text));
    expect((await notice())?.endedNotice).toBeNull();
  });

  test("an answer to the text to come: from when it counts, and that it can be taken back", async () => {
    const { made, ctx, patient, text } = await makeAsked();
    const effectiveFrom = new Date(Date.now() + 10 * 86_400_000);
    const first = (await consentsPage(ctx, "en")).people[0]?.consents[0];
    expect(first?.ahead).toBeNull();
    await answerRequest(ctx, answerTo(first?.state.question?.requestId ?? "", text));
    const next = await makeVersion(made, text.disclosure.id, { effectiveFrom, change: "material" });
    const again = await ask(made, ctx, patient.id, text.disclosure.id);
    const { answerId } = await answerRequest(ctx, answerTo(again, next));
    const consent = async () => (await consentsPage(ctx, "en")).people[0]?.consents[0];
    expect((await consent())?.ahead).toEqual({
      answerId,
      from: effectiveFrom,
      all: 2,
      yes: 1,
      withdrawable: true,
    });
    await withdrawAnswer(ctx, { answerId, itemIds: null });
    expect((await consent())?.ahead).toMatchObject({ withdrawable: false });
  });

  test("an earlier agreement is beside the consents and not among them", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made);
    const { disclosure } = await makeDisclosure(made);
    const about = { patientId: patient.id, disclosureId: disclosure.id, uses: ["look back"] };
    const file = { name: "a.pdf", bytes: Buffer.from("%PDF-1.4") };
    await noteEarlierAgreement(
      made.owner,
      { ...about, form: "email", agreedOn: "2024-03-01", wordsLanguage: "en" },
      file,
    );
    const [person] = (await consentsPage(ctx, "en")).people;
    expect(person).toMatchObject({ consents: [], agreements: [{ form: "email", uses: ["look back"] }] });
    const other = await makePatient(made);
    expect((await consentsPage(other.ctx, "en")).people[0]?.agreements).toEqual([]);
  });
});

test("everything may be taken at once where more than one text allows something", async () => {
  const { made, ctx, patient, input } = await makeAsked();
  const person = async () => (await consentsPage(ctx, "en")).people[0];
  await answerRequest(ctx, input);
  expect((await person())?.mayTakeEverything).toBe(false);
  const second = await makeDisclosure(made, { kind: "email-risk", position: 2 });
  await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, second.disclosure.id), second));
  expect((await person())?.mayTakeEverything).toBe(true);
  expect(await takenBackPage(ctx, patient.id, "en")).toBeNull();

  await withdrawEverything(ctx, { patientId: patient.id });
  expect((await person())?.mayTakeEverything).toBe(false);
  expect((await takenBackPage(ctx, patient.id, "en"))?.texts).toMatchObject([
    { promises: [{ kind: "stop-recording", doneAt: null }, { kind: "decide-recordings" }], stays: [] },
    { promises: [{ kind: "stop-email" }] },
  ]);
  const other = await makePatient(made);
  const foreign = takenBackPage(other.ctx, patient.id, "en");
  await expect(foreign).rejects.toHaveProperty("name", "NotFound");
});

test.each(consentWords)("the board counts %s under a word of its own", (word) => {
  const lapsed = ["superseded", "expired", "resting", "invalid"].includes(word);
  const open = ["requested", "talk-first"].includes(word);
  const blank = consentState({ versions: [], requests: [] }, new Date(0));
  const restsBecause = word === "resting" ? ("treating" as const) : null;
  const cell = {
    kind: "recording-consent" as const,
    state: { ...blank, word, restsBecause },
    isNeeded: true,
  };
  const needs = needsOf({ hasEmail: true, undelivered: false }, [cell], "2026-01-01");
  expect(needs.has("lapsed")).toBe(lapsed);
  expect(needs.has("needs-something")).toBe(lapsed);
  if (!lapsed && !open) expect([...needs]).toContain(word);
});

test("the board does not ask again what rests only where they meet", () => {
  const blank = consentState({ versions: [], requests: [] }, new Date(0));
  const state = { ...blank, word: "resting", restsBecause: "platform" } as const;
  const cell = { kind: "recording-consent" as const, state, isNeeded: true };
  const needs = needsOf({ hasEmail: true, undelivered: false }, [cell], "2026-01-01");
  expect([...needs]).toEqual(["all", "resting"]);
});
