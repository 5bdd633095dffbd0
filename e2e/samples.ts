import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { drawnText } from "@/lib/paper/drawn-text";
import { downloaded } from "./copies";
import { expect } from "./fixtures";

/** Has a sample made and reads it in the page; answers with the four digits that stand in it. */
export async function readSample(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make my sample" }).click();
  const sample = page.getByTitle("Your sample");
  await expect(sample).toBeVisible();
  const shown = await page.request.get((await sample.getAttribute("src")) ?? "");
  expect(shown.headers()["content-disposition"]).toMatch(/^inline;/);
  expect(shown.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  return digitsIn(await shown.body());
}

/** Opens the sample beside the page, as on a phone that shows no file in it. */
export async function openSampleByItself(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: "Open the sample by itself" });
  return digitsIn(await readFile(await downloaded(page, link)));
}

export async function digitsIn(sample: Buffer): Promise<string> {
  const [text = ""] = await drawnText(sample);
  const [, digits = ""] = /The four digits\s*(\d\s*\d\s*\d\s*\d)/.exec(text) ?? [];
  expect(digits, text).not.toBe("");
  return digits.replace(/\s/g, "");
}

export async function typeDigits(page: Page, digits: string): Promise<void> {
  await page.getByLabel("The four digits you see").fill(digits);
  await page.getByRole("button", { name: "That is what I see" }).click();
}
