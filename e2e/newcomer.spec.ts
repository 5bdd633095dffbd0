import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { countMails, linkIn, newestMail } from "./mailbox";
import { demoStaff } from "./practices";

// At both sizes one mailbox is read: one after the other.
test.describe.configure({ mode: "default" });

test("a newcomer signs in as the demo therapist and sees a practice with life in it", async ({ page }) => {
  const earlier = await countMails(page, demoStaff.therapist);
  await page.goto(routes.home);
  await page.getByRole("navigation").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email").fill(demoStaff.therapist);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();

  await linkIn(await newestMail(page, demoStaff.therapist, earlier)).click();
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("heading", { level: 1, name: /^Today, / })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Needs you \([1-9]\d*\)$/ })).toBeVisible();
  await expect(page.getByText("would like to talk first about").first()).toBeVisible();
  await page.getByRole("link", { name: /^Where all \d+ patients stand/ }).click();
  await expect(page.getByRole("table").getByRole("link", { name: "Keiko Tanaka" })).toBeVisible();
});
