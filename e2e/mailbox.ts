import type { Locator, Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect } from "./fixtures";

/** The newest captured mail to an address, waited for as a person would: by looking again. */
export async function newestMail(page: Page, address: string, earlier = 0): Promise<Locator> {
  const mails = page.getByRole("article").filter({ hasText: `${address} ·` });
  await expect(async () => {
    await page.goto(routes.devMail);
    expect(await mails.count()).toBeGreaterThan(earlier);
  }).toPass();
  return mails.first();
}

export function linkIn(mail: Locator): Locator {
  return mail.getByRole("link").filter({ hasText: "/sign-in/confirm" });
}

export async function codeIn(mail: Locator): Promise<string> {
  const [, ...digits] = /^\s*(\d{3}) (\d{3})\s*$/m.exec((await mail.textContent()) ?? "") ?? [];
  const code = digits.join("");
  if (!code) throw new Error("The mail has no six-digit code");
  return code;
}
