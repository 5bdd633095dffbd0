import type { Locator, Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { expect } from "./fixtures";

/** The newest captured mail to an address, waited for as a person would: by looking again. */
export async function newestMail(
  page: Page,
  address: string,
  earlier = 0,
  subject: string | RegExp = "",
): Promise<Locator> {
  const mails = mailsTo(page, address).filter({ hasText: subject });
  await expect(async () => {
    await page.goto(mailboxOf(address));
    expect(await mails.count()).toBeGreaterThan(earlier);
  }).toPass();
  return mails.first();
}

/** How many were captured so far. */
export async function countMails(page: Page, address: string): Promise<number> {
  await page.goto(mailboxOf(address));
  return mailsTo(page, address).count();
}

/** Theirs alone: the mail of everybody grows with every story. */
function mailboxOf(address: string): string {
  return `${routes.devMail}?to=${encodeURIComponent(address)}`;
}

function mailsTo(page: Page, address: string): Locator {
  return page.getByRole("article").filter({ hasText: `${address} ·` });
}

/** The mail somebody asked for to come in, whatever else was written to them. */
export function signInMail(page: Page, address: string): Promise<Locator> {
  return newestMail(page, address, 0, /Your link and code to sign in|Su enlace y su código para entrar/);
}

export function linkIn(mail: Locator): Locator {
  return mail.getByRole("link").filter({ hasText: /\/sign-in\/(confirm|question)/ });
}

export async function codeIn(mail: Locator): Promise<string> {
  const [, ...digits] = /^\s*(\d{3}) (\d{3})\s*$/m.exec((await mail.textContent()) ?? "") ?? [];
  const code = digits.join("");
  if (!code) throw new Error("The mail has no six-digit code");
  return code;
}
