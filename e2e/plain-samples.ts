import { expect } from "./fixtures";
import type { PlainPage } from "./plain-page";
import { digitsIn } from "./samples";

/** As `samples.ts`, without scripts. */
export async function openPlainSample(page: PlainPage): Promise<string> {
  await page.press("Make my sample");
  await expect(async () => {
    if (!page.has("link", "Open the sample by itself")) await page.follow("Look again");
    page.one("link", "Open the sample by itself");
  }).toPass();
  return digitsIn(await page.download("Open the sample by itself"));
}

export async function typePlainDigits(page: PlainPage, digits: string): Promise<void> {
  page.fill("The four digits you see", digits);
  await page.press("That is what I see");
}
