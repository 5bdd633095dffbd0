import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { answers, translationReviews } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { ask } from "@/lib/consents/consents.fixture";
import { listOpenConversations } from "@/lib/conversations/queries";
import { talkFirst } from "@/lib/conversations/talk-first";
import { disclosureTitles, getShownVersion, versionTitles } from "@/lib/disclosures/queries";
import { draft, draftText } from "@/lib/drafts/drafts.fixture";
import { unreadTranslations } from "@/lib/drafts/translations";
import { inPractice, readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { choices, writeDraft } from "@/lib/publishing/publishing.fixture";
import { disclosurePage } from "@/lib/screens/desk/disclosures";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { answerPage } from "./answer";
import { ownDocumentsPage } from "./documents";
import { homePage } from "./home";
import { withdrawnPage } from "./withdrawn";

await testDatabase();

/** A second version in English alone, about which somebody who reads Spanish is asked. */
async function makeWithoutSpanish() {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  const content = draft({ texts: { en: draftText({ title: "English alone" }), es: null } });
  await writeDraft(made, disclosure.id, content);
  const input = choices(made, disclosure.id, { leftOut: ["es"], summaries: { en: "New.", es: "" } });
  const { versionId } = await publishDraft(made.owner, input);
  const { patient, ctx } = await makePatient(made, { language: "es" });
  const requestId = await ask(made, ctx, patient.id, disclosure.id);
  return { made, disclosureId: disclosure.id, versionId, ctx, requestId };
}

test("a text without a language is shown in the one it has, and says so", async () => {
  const { made, disclosureId, versionId, ctx, requestId } = await makeWithoutSpanish();
  const { text, isUnread } = await answerPage(ctx, requestId, "es");
  expect(text).toMatchObject({ id: versionId, language: "en", title: "English alone" });
  expect(text.items.map(({ label }) => label)).toEqual(["Look back"]);
  expect(text.foundSha256).toBe(text.textSha256);
  expect(isUnread).toBe(false);
  const { owner } = made;
  const titles = await readPractice(owner, async (tx) => [
    (await disclosureTitles(tx, owner, "es")).get(disclosureId),
    (await versionTitles(tx, owner, [versionId], "es")).get(versionId),
  ]);
  expect(titles).toEqual(["English alone", "English alone"]);
});

test("wherever its words stand later, the patient's pages know the language they are in", async () => {
  const { ctx, requestId } = await makeWithoutSpanish();
  await talkFirst(ctx, requestId);
  const [person] = (await homePage(ctx, "es")).people;
  expect(person?.talking).toMatchObject([{ title: "English alone", language: "en" }]);

  const { text } = await answerPage(ctx, requestId, "es");
  const given = { requestId, versionId: text.id, textSha256: text.textSha256, language: text.language };
  const answers = Object.fromEntries(text.items.map(({ id }) => [id, "yes" as const]));
  const { answerId } = await answerRequest(ctx, { ...given, answers, printedName: "Ana Ruiz", mark: null });
  await withdrawAnswer(ctx, { answerId, itemIds: null });
  const taken = await withdrawnPage(ctx, answerId, "es");
  expect(taken).toMatchObject({ language: "en", title: "English alone", stopped: ["Look back"] });
  const { documents } = await ownDocumentsPage(ctx, "es");
  expect(documents.map(({ language }) => language)).toEqual(["en", "en"]);
});

test("at the desk a wish to talk says whether its text is there in the patient's language", async () => {
  const { made, ctx, requestId } = await makeWithoutSpanish();
  await talkFirst(ctx, requestId);
  const { disclosure } = await makeDisclosure(made, { position: 2 });
  const both = await makePatient(made, { language: "es" });
  await talkFirst(both.ctx, await ask(made, both.ctx, both.patient.id, disclosure.id));
  const waiting = await readPractice(made.owner, (tx) => listOpenConversations(tx, made.owner));
  expect(waiting.map(({ lacksText }) => lacksText)).toEqual([true, false]);
});

test("a version with both is shown in the one that is asked for", async () => {
  const { made } = await makeWithoutSpanish();
  const { version, texts } = await makeDisclosure(made, { position: 2 });
  for (const language of ["en", "es"] as const) {
    const shown = await readPractice(made.owner, (tx) =>
      getShownVersion(tx, made.owner, version.id, language),
    );
    expect(shown).toMatchObject({ language, title: texts[language].title });
  }
});

test("the practice sees that a version lacks a language, and not the other one twice", async () => {
  const { made, disclosureId } = await makeWithoutSpanish();
  const { versions } = await disclosurePage(made.owner, disclosureId, "es");
  const shown = versions.map(({ number, texts }) => [number, texts.map(({ language }) => language)]);
  expect(shown).toEqual([
    [2, ["en"]],
    [1, ["en", "es"]],
  ]);
});

test("an answer is stored in the language that was shown, whatever the form says", async () => {
  const { ctx, requestId, made } = await makeWithoutSpanish();
  const { text } = await answerPage(ctx, requestId, "es");
  await answerRequest(ctx, {
    requestId,
    versionId: text.id,
    language: "es",
    textSha256: text.textSha256,
    answers: Object.fromEntries(text.items.map(({ id }) => [id, "no" as const])),
    printedName: "Ana María Ruiz",
    mark: null,
  });
  const [stored] = await readPractice(made.owner, (tx) => tx.select().from(answers));
  expect(stored?.language).toBe("en");
});

test("a translation nobody has read says so to its readers alone, until somebody has read just that", async () => {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made);
  await writeDraft(made, disclosure.id);
  const content = draft({ texts: { en: draftText({ body: "Other." }), es: draftText({ body: "Otro." }) } });
  const input = choices(made, disclosure.id, { unread: ["es"] });
  await publishDraft(made.owner, input);
  await writeDraft(made, disclosure.id, content, 1, { isRead: false });
  const { versionId } = await publishDraft(made.owner, input);
  const { patient, ctx } = await makePatient(made);
  const requestId = await ask(made, ctx, patient.id, disclosure.id);
  const isUnread = async (language: "en" | "es") => (await answerPage(ctx, requestId, language)).isUnread;
  expect([await isUnread("en"), await isUnread("es")]).toEqual([false, true]);

  const { textSha256 } = await readPractice(ctx, (tx) => getShownVersion(tx, ctx, versionId, "es"));
  await inPractice(made.system, async (tx, now) => {
    const { practiceId } = made.system;
    const review = {
      practiceId,
      id: uuid(),
      disclosureId: disclosure.id,
      language: "es" as const,
      textSha256,
    };
    await tx
      .insert(translationReviews)
      .values({ ...review, reviewer: "Dr. Luz Vega", reviewedAt: now, notedBy: made.owner.staffId });
  });
  expect(await isUnread("es")).toBe(false);
});

test.each<[string, Language[], Language[]]>([
  ["neither was read", [], ["es"]],
  ["the translation was read", ["es"], []],
  ["the English was read: then it is the translation", ["en"], []],
])("%s", (_, read, unread) => {
  expect(unreadTranslations(["en", "es"], (language) => read.includes(language))).toEqual(unread);
});
