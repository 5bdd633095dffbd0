import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** To the four uses of the text about recording. */
export const firstAnswers = {
  "I look back at a session": "Yes",
  "You watch it again": "Yes",
  "A colleague here advises me": "No",
  "Students learn from it": "No",
} as const;

/** One use with its Yes and No, by its label. */
export function choiceOf(page: Page, label: string): Locator {
  return page.getByRole("group", { name: label });
}

export async function choose(page: Page, answers: Record<string, "Yes" | "No">): Promise<void> {
  for (const [label, said] of Object.entries(answers)) {
    await choiceOf(page, label).getByRole("radio", { name: said, exact: true }).check();
  }
}

export async function expectChosen(page: Page, answers: Record<string, "Yes" | "No">): Promise<void> {
  for (const [label, said] of Object.entries(answers)) {
    await expect(choiceOf(page, label).getByRole("radio", { name: said, exact: true })).toBeChecked();
  }
}

export async function review(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review my answers" }).click();
  await expect(page.getByRole("heading", { name: "Please check" })).toBeVisible();
}

export async function sign(page: Page, name?: string): Promise<void> {
  if (name !== undefined) await page.getByLabel("Type your full name").fill(name);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
}

/** Answers the question on the screen to its end. */
export async function answer(page: Page, answers: Record<string, "Yes" | "No">, name: string): Promise<void> {
  await choose(page, answers);
  await review(page);
  await sign(page, name);
  await expect(page.getByRole("heading", { name: /^Thank you/ })).toBeVisible();
}
