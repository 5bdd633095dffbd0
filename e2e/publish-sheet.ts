import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { writeDraft } from "./drafts";
import { expect } from "./fixtures";
import type { StoryPractice } from "./practices";

export const summaries = {
  English: "I keep recordings 30 days.",
  Spanish: "Guardo las grabaciones 30 días.",
};

export const summary = (page: Page, language: keyof typeof summaries) =>
  page.getByLabel(`What changed, for patients (${language})`);

export async function openSheet(page: Page, { slug }: StoryPractice, disclosureId: string) {
  await page.goto(routes.publish(slug, disclosureId));
  await expect(page.getByRole("heading", { name: "Publish version 2" })).toBeVisible();
}

/** What the demo's texts say in words of their own, and that nobody has read the translation. */
export async function decideAboutTexts(page: Page) {
  await page.getByRole("checkbox", { name: /^Publish the Spanish text although/ }).check();
  const otherwise = page.getByRole("checkbox", { name: /^The text says it in other words/ });
  for (const box of await otherwise.all()) await box.check();
}

/** Publishes the next text as one that changes what these people agreed to; their earlier answers end with it. */
export async function publishChange(page: Page, practice: StoryPractice, key: string, people: number) {
  await openSheet(page, practice, await writeDraft(practice, key));
  await decideAboutTexts(page);
  await page.getByRole("radio", { name: "It changes what people agreed to" }).check();
  await summary(page, "English").fill(summaries.English);
  await summary(page, "Spanish").fill(summaries.Spanish);
  await page.getByRole("radio", { name: /^end on the day/ }).check();
  await page.getByRole("button", { name: `Publish and ask ${people} people` }).click();
  await expect(page.getByRole("status").filter({ hasText: "Version 2 is published" })).toBeVisible();
}
