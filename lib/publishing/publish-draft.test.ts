import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { draftPreviews, drafts, items, versionTexts } from "@/db/schema";
import { ask } from "@/lib/consents/consents.fixture";
import { daysAfter, startOfDay, today } from "@/lib/dates";
import { getDisclosure, getShownVersion } from "@/lib/disclosures/queries";
import { draft, draftItem } from "@/lib/drafts/drafts.fixture";
import { keepTranslation } from "@/lib/drafts/keep-translation";
import { differenceAsFault } from "@/lib/drafts/paper-rules";
import { contentOfVersion } from "@/lib/drafts/queries";
import { draftSha256 } from "@/lib/drafts/version-of-draft";
import { inPractice, readPractice } from "@/lib/in-practice";
import { canonicalDisclosureText, disclosureTextSha256 } from "@/lib/markdown/markdown";
import { archivePatient } from "@/lib/patients/archive-patient";
import { previewPublish, publishPage } from "@/lib/screens/desk/publish";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { listHeldStates } from "./holders";
import { publishDraft } from "./publish-draft";
import {
  campaignsOf,
  choices,
  type Drafted,
  makeDrafted,
  makeHolder,
  writeDraft,
} from "./publishing.fixture";

await testDatabase();

const zone = "America/Los_Angeles";
const day = (days: number) => daysAfter(today(new Date(), zone), days);

const versionsOf = async ({ made, disclosureId }: Drafted) =>
  (await readPractice(made.owner, (tx) => getDisclosure(tx, made.owner, disclosureId))).versions;
const shownIn = ({ made }: Drafted, versionId: string, language: "en" | "es") =>
  readPractice(made.owner, (tx) => getShownVersion(tx, made.owner, versionId, language));
const draftsOf = ({ made }: Drafted) => readPractice(made.owner, (tx) => tx.select().from(drafts));

describe("publishing a draft", () => {
  test("writes the version with its texts and days, and spends the draft", async () => {
    const drafted = await makeDrafted({ effectiveOn: day(10), earlier: "until", earlierUntil: day(40) });
    const { made, disclosureId, input } = drafted;
    const { versionId, number } = await publishDraft(made.owner, input);
    expect(number).toBe(2);
    expect((await versionsOf(drafted)).at(-1)).toMatchObject({
      id: versionId,
      number: 2,
      change: "material",
      reviewBy: input.reviewBy,
      effectiveFrom: startOfDay(day(10), zone),
      earlierAnswersUntil: startOfDay(day(40), zone),
      publishedBy: made.owner.staffId,
      disclosureId,
    });
    const spanish = await shownIn(drafted, versionId, "es");
    expect(spanish).toMatchObject({ title: "Grabar", language: "es", changeSummary: input.summaries.es });
    expect(spanish.items[0]?.label).toBe("Repasar");
    for (const shown of [spanish, await shownIn(drafted, versionId, "en")])
      expect(shown.textSha256).toBe(disclosureTextSha256(canonicalDisclosureText(shown)));
    expect(await draftsOf(drafted)).toEqual([]);
  });

  test("keeps what is known of each use as facts, how long answers last, and what to say aloud", async () => {
    const made = await makePractice();
    const { disclosure } = await makeDisclosure(made);
    const facts = { leavesPractice: true, mostViewers: 6, copyForPatient: false };
    const content = draft({ items: [draftItem(facts)], answersLastMonths: 12 });
    await writeDraft(made, disclosure.id, content);
    const { versionId } = await publishDraft(made.owner, choices(made, disclosure.id));
    await readPractice(made.owner, async (tx) => {
      const uses = await tx.select().from(items).where(eq(items.versionId, versionId));
      expect(uses).toEqual([expect.objectContaining({ ...facts, key: "look-back", required: true })]);
      const texts = await tx.select().from(versionTexts).where(eq(versionTexts.versionId, versionId));
      expect(texts.map(({ sayAloud }) => sayAloud)).toEqual(["May I?", "May I?"]);
      const shown = await getShownVersion(tx, made.owner, versionId, "en");
      expect(shown.answersLastMonths).toBe(12);
      expect(shown.items[0]?.whoSees).toBe("Only me. Up to 6 people. Someone outside the practice.");
    });
  });

  test("in force today is at once, and earlier answers that end then end at once", async () => {
    const drafted = await makeDrafted();
    await publishDraft(drafted.made.owner, drafted.input);
    const version = (await versionsOf(drafted)).at(-1);
    expect(Math.abs(Date.now() - (version?.effectiveFrom.getTime() ?? 0))).toBeLessThan(60_000);
    expect(version?.earlierAnswersUntil).toEqual(version?.effectiveFrom);
  });

  test("records what was published, and that asking again began", async () => {
    const drafted = await makeDrafted();
    const { made, disclosureId, input } = drafted;
    await makeHolder(drafted);
    const { versionId } = await publishDraft(made.therapist, input);
    const textSha256 = {
      en: (await shownIn(drafted, versionId, "en")).textSha256,
      es: (await shownIn(drafted, versionId, "es")).textSha256,
    };
    const published = { disclosureId, versionId, versionNumber: 2, change: "material", textSha256 };
    expect((await trailOf(made.practice.id)).slice(-2)).toMatchObject([
      { name: "disclosure.published", ...published },
      { name: "campaign.begun", disclosureId, versionId, holders: 1 },
    ]);
  });

  test("a change asks everybody in care with a live answer, once; nobody else", async () => {
    const drafted = await makeDrafted();
    const { made, text, input } = drafted;
    const holder = await makeHolder(drafted);
    const gone = await makeHolder(drafted);
    await withdrawAnswer(gone.ctx, { answerId: gone.answerId, itemIds: null });
    const archived = await makeHolder(drafted);
    await archivePatient(made.owner, { patientId: archived.patient.id });
    const { patient, ctx } = await makePatient(made);
    await ask(made, ctx, patient.id, text.disclosure.id);

    const { asked, leavesAt } = await publishDraft(made.owner, input);
    const { campaigns, holders } = await campaignsOf(made);
    expect(asked).toBe(1);
    expect(holders).toEqual([holder.patient.id]);
    expect(campaigns).toMatchObject([{ begunBy: made.owner.staffId, leavesAt }]);
  });

  test("a change in English alone asks who was shown English, and an answer in Spanish goes on", async () => {
    const made = await makePractice();
    const text = await makeDisclosure(made);
    const disclosureId = text.disclosure.id;
    const english = await makeHolder({ made, text });
    const spanish = await makeHolder({ made, text }, "es");
    const content = await readPractice(made.owner, (tx) => contentOfVersion(tx, made.owner, text.version));
    const en = content.texts.en && { ...content.texts.en, body: "I keep recordings 30 days." };
    await writeDraft(made, disclosureId, { ...content, texts: { ...content.texts, en } });

    const input = choices(made, disclosureId);
    await expect(publishDraft(made.owner, input)).rejects.toMatchObject({ reason: "translation-behind" });
    const next = { ...content, texts: { ...content.texts, en } };
    const englishSha256 = draftSha256(next, "en") ?? "";
    const seen = { language: "es", textSha256: text.texts.es.textSha256, englishSha256 } as const;
    await keepTranslation(made.owner, { disclosureId, ...seen });

    const preview = await previewPublish(made.owner, { choices: input, search: "" });
    expect(preview.readings).toEqual([
      { language: "en", isSame: false, people: 1 },
      { language: "es", isSame: true, people: 1 },
    ]);
    const { differences } = (await publishPage(made.owner, disclosureId, "en")) ?? {};
    const signs = differences?.map(({ compared }) => compared.blocks.map(({ sign }) => sign));
    expect(signs).toEqual([["removed", "added"], ["same"]]);
    expect((await publishDraft(made.owner, input)).asked).toBe(1);
    expect((await campaignsOf(made)).holders).toEqual([english.patient.id]);
    const held = await readPractice(made.owner, async (tx, now) =>
      listHeldStates(tx, made.owner, await getDisclosure(tx, made.owner, disclosureId), now),
    );
    const words = new Map(held.map(({ patientId, state }) => [patientId, state.word]));
    expect([words.get(english.patient.id), words.get(spanish.patient.id)]).toEqual(["superseded", "given"]);
  });

  test("wording only asks nobody", async () => {
    const drafted = await makeDrafted({ change: "editorial", earlier: null });
    await makeHolder(drafted);
    expect(await publishDraft(drafted.made.owner, drafted.input)).toMatchObject({ asked: 0, leavesAt: null });
    expect((await campaignsOf(drafted.made)).campaigns).toEqual([]);
    expect((await trailOf(drafted.made.practice.id)).at(-1)).toMatchObject({ change: "editorial" });
  });
});

describe("a draft is not published", () => {
  test.each([
    ["that is not the one that was seen", { revision: 2 }, "draft-changed"],
    ["from a day in the past", { effectiveOn: "2020-01-01" }, "effective-in-past"],
    ["whose change nobody may read", { summaries: { en: "New.", es: "" } }, "change-summary-missing"],
  ])("%s, and nothing is written", async (_, more, reason) => {
    const drafted = await makeDrafted(more);
    await makeHolder(drafted);
    const recorded = await trailOf(drafted.made.practice.id);
    const publishing = publishDraft(drafted.made.owner, drafted.input);
    await expect(publishing).rejects.toMatchObject({ name: "Refused", reason });
    expect(await versionsOf(drafted)).toHaveLength(1);
    expect(await draftsOf(drafted)).toHaveLength(1);
    expect((await campaignsOf(drafted.made)).campaigns).toEqual([]);
    expect(await trailOf(drafted.made.practice.id)).toEqual(recorded);
  });

  test.each([
    ["was drawn of an earlier text", { revision: 0 }, { reason: "paper-unchecked" }],
    ["waits to be drawn", { drawnAt: null }, { reason: "paper-unchecked" }],
    [
      "would not say what the text says",
      { fault: differenceAsFault("Dónde está En casa") },
      { reason: "paper-differs", details: { where: "Dónde está En casa", language: "es", field: "texts" } },
    ],
  ])("while its copy %s in one of its languages", async (_, paper, refusal) => {
    const drafted = await makeDrafted();
    const { made, input } = drafted;
    await inPractice(made.system, (tx) =>
      tx.update(draftPreviews).set(paper).where(eq(draftPreviews.language, "es")),
    );
    await expect(publishDraft(made.owner, input)).rejects.toMatchObject(refusal);
    expect(await draftsOf(drafted)).toHaveLength(1);
    const summaries = { en: "New.", es: "" };
    expect(await publishDraft(made.owner, { ...input, summaries, leftOut: ["es"] })).toMatchObject({
      number: 2,
    });
  });

  test("by another practice: it does not find the disclosure", async () => {
    const { input } = await makeDrafted();
    const { owner } = await makePractice();
    await expect(publishDraft(owner, input)).rejects.toHaveProperty("name", "NotFound");
  });

  test("twice: of two at once one publishes, and the other reads it again", async () => {
    const drafted = await makeDrafted();
    const { made, input } = drafted;
    await makeHolder(drafted);
    const both = await Promise.allSettled([
      publishDraft(made.owner, input),
      publishDraft(made.therapist, input),
    ]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "draft-changed" },
    });
    expect(await versionsOf(drafted)).toHaveLength(2);
    expect((await campaignsOf(made)).holders).toHaveLength(1);
  });

  test("with a character that no document can show, which is named", async () => {
    const made = await makePractice();
    const { disclosure } = await makeDisclosure(made);
    const use = draftItem();
    const texts = { ...use.texts, es: { ...use.texts.es, until: "90 días 龍" } };
    await writeDraft(made, disclosure.id, draft({ items: [{ ...use, texts }] }));
    await expect(publishDraft(made.owner, choices(made, disclosure.id))).rejects.toMatchObject({
      reason: "text-not-drawable",
      details: { character: "龍", language: "es" },
    });
  });

  test("with the text that is published already", async () => {
    const drafted = await makeDrafted();
    const { made, input } = drafted;
    await publishDraft(made.owner, input);
    await writeDraft(made, drafted.disclosureId);
    await expect(publishDraft(made.owner, input)).rejects.toMatchObject({ reason: "text-unchanged" });
  });
});
