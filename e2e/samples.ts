import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { drawnText } from "@/lib/paper/drawn-text";
import { downloaded } from "./copies";

/** Has a sample made and opens it; answers with the four digits that stand in it. */
export async function openSample(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Make my sample" }).click();
  return reopenSample(page);
}

export async function reopenSample(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: "Open the sample" });
  await expect(async () => {
    const look = page.getByRole("link", { name: "Look again" });
    if ((await link.count()) === 0 && (await look.count()) > 0) await look.click();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
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
