import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { campaignHolders, campaigns, draftPreviews, drafts } from "@/db/schema";
import { asked, entered, yes } from "@/demo/story";
import { differenceAsFault } from "@/lib/drafts/paper-rules";
import { inPractice, readPractice } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { writeDraft } from "./drafts";
import { expect, test } from "./fixtures";
import { addedPatient, requestOf } from "./people";
import { makePractice, type StoryPractice } from "./practices";
import { decideAboutTexts, openSheet, summaries, summary } from "./publish-sheet";

const key = "session-recording";
async function askedOf({ staff }: StoryPractice) {
  return readPractice(staff.owner, async (tx) => ({
    begun: await tx.select().from(campaigns),
    holders: (await tx.select().from(campaignHolders)).map(({ patientId }) => patientId),
  }));
}

test("a change shows whom it affects before it is published, and they are asked after", async ({
  pageOf,
}) => {
  const practice = await makePractice([key]);
  const holder = await addedPatient(practice, [
    entered(0),
    asked(0, [key], null),
    yes(0, key, ["look-back"]),
  ]);
  const disclosureId = await writeDraft(practice, key);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await openSheet(page, practice, disclosureId);
  await decideAboutTexts(page);

  await page.getByRole("radio", { name: "It changes what people agreed to" }).check();
  await expect(page.getByRole("heading", { name: "1 person is asked again" })).toBeVisible();
  await expect(page.getByText("1 by message")).toBeVisible();
  await expect(page.getByRole("list", { name: "Who is asked again" })).toContainText(holder.legalName);

  await summary(page, "English").fill(summaries.English);
  await page.getByRole("button", { name: "Publish and ask 1 person" }).click();
  await expect(page.getByRole("status").filter({ hasText: "What you typed is still here." })).toBeVisible();
  await expect(page.getByText("Say in each language what changed.")).toBeVisible();
  await expect(page.getByText("Please say until when earlier answers count.")).toBeVisible();
  await expect(summary(page, "English")).toHaveValue(summaries.English);
  expect((await askedOf(practice)).begun).toEqual([]);

  await summary(page, "Spanish").fill(summaries.Spanish);
  await page.getByRole("radio", { name: /^end on the day/ }).check();
  await expect(page.getByText(/the answer of 1 person ends/)).toBeVisible();
  await page.getByRole("button", { name: "Publish and ask 1 person" }).click();

  const told = page.getByRole("status").filter({ hasText: "Version 2 is published" });
  await expect(told).toContainText("1 person is asked; the message leaves on");
  await expect(page.getByRole("heading", { name: "Version 2 (in force)" })).toBeVisible();
  await expect(page.getByText(/Published on .* by Dr\. Ines Alder/)).toBeVisible();
  expect((await askedOf(practice)).holders).toEqual([holder.id]);
});

test("a day that is over or out of order stands with its sentence, and what was typed stays", async ({
  pageOf,
}) => {
  const practice = await makePractice([key]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await openSheet(page, practice, await writeDraft(practice, key));
  await decideAboutTexts(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByText("Please choose one of these.").first()).toBeVisible();

  await page.getByRole("radio", { name: "Wording only" }).check();
  await summary(page, "English").fill(summaries.English);
  await page.getByLabel("From", { exact: true }).fill("2020-01-01");
  await page.getByLabel("Look at it again by").fill("2019-01-01");
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByText("This day is over. Choose today or a later one.")).toBeVisible();
  await expect(page.getByText("Choose a day after the one from which the text counts.")).toBeVisible();
  await expect(page.getByText("A version cannot take effect before the one it replaces.")).toBeHidden();
  await expect(page.getByText("Say in each language what changed.")).toBeVisible();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2020-01-01");
  await expect(summary(page, "English")).toHaveValue(summaries.English);
});

test("other wording asks nobody, and moves only questions nobody has read yet", async ({ pageOf }) => {
  const practice = await makePractice([key]);
  const holder = await addedPatient(practice, [
    entered(0),
    asked(0, [key], null),
    yes(0, key, ["look-back"]),
  ]);
  const reader = await addedPatient(practice, [entered(0), asked(0, [key], null)]);
  const other = await addedPatient(practice, [entered(0), asked(0, [key], null)]);
  const reading = await pageOf(reader.email, practice.slug);
  const question = async (patient: typeof reader) =>
    routes.request(practice.slug, (await requestOf(patient, key)).id);
  await reading.goto(await question(reader));
  const before = await reading.getByRole("heading", { level: 1 }).textContent();
  await expect.poll(async () => (await requestOf(reader, key)).openedAt).not.toBeNull();

  const renamed = "Recordings of our sessions";
  const disclosureId = await writeDraft(practice, key, (content) => ({
    ...content,
    texts: { ...content.texts, en: content.texts.en && { ...content.texts.en, title: renamed } },
  }));
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await openSheet(page, practice, disclosureId);
  await decideAboutTexts(page);
  await page.getByRole("radio", { name: "Wording only" }).check();
  await expect(page.getByRole("heading", { name: "Nobody is asked" })).toBeVisible();
  await expect(page.getByText("1 question nobody has read yet shows the new wording.")).toBeVisible();
  await expect(page.getByText("1 person who has begun to read keeps the text they have.")).toBeVisible();
  for (const language of ["English", "Spanish"] as const)
    await summary(page, language).fill(summaries[language]);
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Nobody is asked." })).toBeVisible();
  expect((await askedOf(practice)).begun).toEqual([]);
  expect((await requestOf(holder, key)).answer).not.toBeNull();

  await reading.reload();
  await expect(reading.getByRole("heading", { level: 1 })).toHaveText(before ?? "");
  const unread = await pageOf(other.email, practice.slug);
  await unread.goto(await question(other));
  await expect(unread.getByRole("heading", { level: 1, name: renamed })).toBeVisible();
});

test("a text without Spanish says so first to whoever reads Spanish, and can be explained", async ({
  pageOf,
}) => {
  const practice = await makePractice([key]);
  const disclosureId = await writeDraft(practice, key, (content) => ({
    ...content,
    texts: { ...content.texts, es: null },
  }));
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await openSheet(page, practice, disclosureId);
  await expect(page.getByText("There is no Spanish text. Write it, or choose here")).toBeVisible();
  await page.getByRole("checkbox", { name: "Publish without Spanish" }).check();
  const otherwise = page.getByRole("checkbox", { name: /^The text says it in other words/ });
  for (const box of await otherwise.all()) await box.check();
  await page.getByRole("radio", { name: "Wording only" }).check();
  await summary(page, "English").fill(summaries.English);
  await expect(summary(page, "Spanish")).toBeHidden();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Version 2 is published" })).toBeVisible();

  const reader = await addedPatient(practice, [entered(0), asked(0, [key], null)], { language: "es" });
  const reading = await pageOf(reader.email, practice.slug);
  await reading.goto(routes.request(practice.slug, (await requestOf(reader, key)).id));
  const spanish = reading.getByRole("button", { name: "Español" });
  if (await spanish.isVisible()) await spanish.click();
  await expect(reading.getByText("Todavía no hay texto en español.")).toBeVisible();
  await expect(reading.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "en");
  await reading.getByRole("button", { name: "Quiero que alguien me lo explique en mi idioma" }).click();
  await expect(reading.getByRole("heading", { name: "Anotado" })).toBeVisible();
  expect((await requestOf(reader, key)).talkFirstSince).not.toBeNull();
});

test("a text whose copy could not be locked is not published, and the sheet says where", async ({
  pageOf,
}) => {
  const practice = await makePractice([key]);
  const { practiceId, staff } = practice;
  const disclosureId = await writeDraft(practice, key);
  // No text is known whose copy differs: this is what the worker would have found.
  await inPractice(staff.owner, async (tx, now) => {
    const [draft] = await tx.select().from(drafts).where(eq(drafts.disclosureId, disclosureId));
    const about = { practiceId, draftId: draft?.id ?? "", revision: 1, askedAt: now, drawnAt: now };
    const fault = differenceAsFault("Where it is At home");
    await tx.insert(draftPreviews).values({ ...about, id: uuid(), language: "es", fault });
  });
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await openSheet(page, practice, disclosureId);
  const problem = page.getByRole("alert").filter({ hasText: "It differs at “Where it is At home”" });
  await expect(problem).toContainText("The copy of the Spanish text");

  await problem.getByRole("link", { name: "See it on paper" }).click();
  await expect(page.getByText("It cannot be published like this.")).toBeVisible();
  await page.getByRole("button", { name: "Draw it again" }).click();
  await expect(page.getByRole("link", { name: "Open the PDF" })).toBeVisible();
  await page.goBack();
  await decideAboutTexts(page);
  await expect(problem).toBeHidden();
});
