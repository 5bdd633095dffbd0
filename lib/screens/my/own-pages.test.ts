import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { ask, makeAsked } from "@/lib/consents/consents.fixture";
import { talkFirst } from "@/lib/conversations/talk-first";
import { today } from "@/lib/dates";
import { withClock } from "@/lib/frozen-clock";
import { askPatients } from "@/lib/requests/ask-patients";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makeVersion } from "@/test/factories";
import { answerPage } from "./answer";
import { answeredPage } from "./answered";
import { consentsPage } from "./consents";
import { ownDocumentsPage } from "./documents";
import { homePage } from "./home";
import { withdrawnPage } from "./withdrawn";

await testDatabase();
afterAll(closeDatabase);

test("what is asked is there to read until it is answered, or put aside to talk", async () => {
  const { ctx, made, patient, input, requestId } = await makeAsked();
  const second = await makeDisclosure(made, { position: 2 });
  const secondId = await ask(made, ctx, patient.id, second.disclosure.id);
  const read = async () => (await homePage(ctx, "en")).people[0];
  expect((await read())?.toRead.map((question) => question.requestId)).toEqual([requestId, secondId]);

  await talkFirst(ctx, secondId);
  await answerRequest(ctx, input);
  const after = await read();
  expect(after?.toRead).toEqual([]);
  expect(after?.talking.map((one) => one.requestId)).toEqual([secondId]);
});

test("a parent is not greeted by the child's name, and each child has their own part", async () => {
  const { ctx, made, patient } = await makeAsked();
  const child = await makePatient(made, { calledName: "Leo", dateOfBirth: "2020-01-01" });
  const both = { ...ctx, patientIds: [patient.id, child.patient.id] };
  expect((await homePage(both, "en")).greeted).toBe("Ana");
  expect((await homePage(both, "en")).people.map(({ calledName }) => calledName)).toEqual(["Ana", "Leo"]);
  expect((await homePage(child.ctx, "en")).greeted).toBeNull();
});

test("each use that is allowed may be stopped, and what was taken back says since when", async () => {
  const { ctx, input, text, patient } = await makeAsked();
  const consent = async () => (await consentsPage(ctx, "en")).people[0]?.consents[0];
  expect(await consent()).toMatchObject({ withdrawable: null, mayAnswerAnew: false });

  const everything = Object.fromEntries(text.items.map(({ id }) => [id, "yes" as const]));
  const { answerId } = await answerRequest(ctx, { ...input, answers: everything });
  expect(await withdrawnPage(ctx, answerId, "en")).toBeNull();
  expect(await consent()).toMatchObject({ withdrawable: answerId, mayAnswerAnew: false });
  expect((await consent())?.uses.map(({ mayStop }) => mayStop)).toEqual([true, true]);

  const [first, second] = text.items.map(({ id }) => id);
  await withdrawAnswer(ctx, { answerId, itemIds: [first ?? ""] });
  expect(await withdrawnPage(ctx, answerId, "en")).toMatchObject({
    stopped: [expect.any(String)],
    stays: [expect.any(String)],
    document: null,
  });
  await withdrawAnswer(ctx, { answerId, itemIds: [second ?? ""] });
  expect(await consent()).toMatchObject({
    withdrawable: null,
    mayAnswerAnew: true,
    state: { word: "withdrawn" },
  });
  await startAnswer(ctx, { patientId: patient.id, disclosureId: text.disclosure.id });
  expect(await consent()).toMatchObject({
    mayAnswerAnew: false,
    hasNewerText: false,
    state: { question: { startedByPatient: true } },
  });
});

test("receiving a notice is a fact: there is nothing to take back", async () => {
  const { ctx, made, patient } = await makeAsked();
  const notice = await makeDisclosure(made, { kind: "privacy-notice", position: 3 });
  const requestId = await ask(made, ctx, patient.id, notice.disclosure.id);
  const answers = Object.fromEntries(notice.items.map(({ id }) => [id, "yes" as const]));
  const shown = {
    versionId: notice.version.id,
    textSha256: notice.texts.en.textSha256,
    language: "en" as const,
  };
  await answerRequest(ctx, { requestId, ...shown, answers, printedName: "Ana María Ruiz", mark: null });

  const consents = (await consentsPage(ctx, "en")).people[0]?.consents;
  expect(consents?.find(({ acknowledged }) => acknowledged)).toMatchObject({ withdrawable: null });
  const { documents } = await ownDocumentsPage(ctx, "en");
  expect(documents[0]).toMatchObject({ id: null, says: { word: "received" } });
});

test("a newer text is marked, and whoever answered the old one may answer anew", async () => {
  const { ctx, input, text, made } = await makeAsked();
  const { answerId } = await answerRequest(ctx, input);
  await makeVersion(made, text.disclosure.id, { change: "material" });
  const consent = (await consentsPage(ctx, "en")).people[0]?.consents[0];
  expect(consent).toMatchObject({ mayAnswerAnew: true, hasNewerText: true, state: { due: true } });
  expect(answerId).toBe(consent?.state.answer?.id);
});

test("who is asked again reads what they said, and until when it counts", async () => {
  const { ctx, input, text, made, patient } = await makeAsked();
  const earlierOf = async (id: string) => (await answerPage(ctx, id, "en")).earlier;
  expect(await earlierOf(input.requestId)).toBeNull();
  const { answerId } = await answerRequest(ctx, input);
  const [first, second] = text.items.map(({ key }) => key);
  const until = new Date(Date.now() + 86_400_000);
  await makeVersion(made, text.disclosure.id, { change: "material", earlierAnswersUntil: until });
  const again = await ask(made, ctx, patient.id, text.disclosure.id);
  const said = { [first ?? ""]: "yes", [second ?? ""]: "no" };
  expect(await earlierOf(again)).toMatchObject({ standing: "counts-until", until, said });

  await withdrawAnswer(ctx, { answerId, itemIds: null });
  expect(await earlierOf(again)).toMatchObject({
    standing: "taken-back",
    said: { ...said, [first ?? ""]: "taken-back" },
  });
});

test("who would rather talk first reads that the earlier answer counts, and until when", async () => {
  const { ctx, input, text, made, patient } = await makeAsked();
  await answerRequest(ctx, input);
  const until = new Date(Date.now() + 86_400_000);
  await makeVersion(made, text.disclosure.id, { change: "material", earlierAnswersUntil: until });
  const again = await ask(made, ctx, patient.id, text.disclosure.id);
  await talkFirst(ctx, again);
  expect(await answeredPage(ctx, again, "en")).toMatchObject({
    counting: { standing: "counts-until", until },
  });
  const home = (await homePage(ctx, "en")).people[0];
  expect(home?.talking).toMatchObject([{ counting: { standing: "counts-until", until } }]);
});

test("who never answered, or took it back, is told of no earlier answer", async () => {
  const { ctx, input, text, made, patient, requestId } = await makeAsked();
  const other = await makeAsked();
  await talkFirst(other.ctx, other.requestId);
  expect(await answeredPage(other.ctx, other.requestId, "en")).toMatchObject({ counting: null });
  const { answerId } = await answerRequest(ctx, input);
  expect(await answeredPage(ctx, requestId, "en")).toMatchObject({ counting: null });
  await makeVersion(made, text.disclosure.id, { change: "material" });
  const again = await ask(made, ctx, patient.id, text.disclosure.id);
  await withdrawAnswer(ctx, { answerId, itemIds: null });
  await talkFirst(ctx, again);
  expect((await homePage(ctx, "en")).people[0]?.talking).toMatchObject([{ counting: null }]);
});

test("what changed is shown against the text this patient answered, not the one published before", async () => {
  const { ctx, input, text, made, patient } = await makeAsked();
  const comparedOf = async (id: string) => (await answerPage(ctx, id, "en")).compared;
  expect(await comparedOf(input.requestId)).toBeNull();
  await answerRequest(ctx, input);
  const saying = (body: string) => {
    const words = { title: "Recording our sessions", inShort: "May I record?", body, changeSummary: "More." };
    return { change: "material" as const, texts: { en: words, es: words } };
  };
  await makeVersion(made, text.disclosure.id, saying("A sentence in between."));
  await makeVersion(made, text.disclosure.id, saying("A new sentence."));
  const again = await ask(made, ctx, patient.id, text.disclosure.id);
  const said = (await comparedOf(again))?.blocks.flatMap(({ runs }) => runs.map(({ words }) => words)) ?? [];
  expect(said.join(" ")).toContain("I ask before I record.");
  expect(said.join(" ")).toContain("A new sentence.");
  expect(said.join(" ")).not.toContain("in between");
});

test("the day by which an answer would help is told until it is over", async () => {
  const { ctx, made, patient } = await makeAsked();
  const other = await makeDisclosure(made, { position: 2 });
  const about = { patientIds: [patient.id], disclosureIds: [other.disclosure.id] };
  const dueOn = today(new Date(), made.practice.timeZone);
  await askPatients(made.therapist, { ...about, dueOn });
  const told = async () => (await homePage(ctx, "en")).people[0]?.toRead.map((one) => one.dueOn);
  expect(await told()).toEqual([null, dueOn]);
  await withClock(new Date(Date.now() + 2 * 86_400_000), async () => {
    expect(await told()).toEqual([null, null]);
  });
});

test("nobody sees what another patient took back", async () => {
  const { ctx, made, input } = await makeAsked();
  const { answerId } = await answerRequest(ctx, input);
  await withdrawAnswer(ctx, { answerId, itemIds: null });
  const other = await makePatient(made);
  await expect(withdrawnPage(other.ctx, answerId, "en")).rejects.toHaveProperty("name", "NotFound");
});
