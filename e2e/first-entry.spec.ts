import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { linkIn, newestMail } from "./mailbox";
import { phone } from "./screens";

test.use(phone);

test("Farah's link shows nothing before her birth date, and tells her how many tries are left", async ({
  page,
}) => {
  await page.goto(routes.signIn);
  await page.getByLabel("E-mail").fill("farah@patients.test");
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await linkIn(await newestMail(page, "farah@patients.test")).click();
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("heading", { name: "Is it really you?" })).toBeVisible();
  await expect(page.getByText("Farah", { exact: true })).toHaveCount(0);
  await page.goto(routes.myConsents("harbor"));
  await expect(page.getByRole("heading", { name: "Is it really you?" })).toBeVisible();

  await page.getByLabel("Month").fill("4");
  await page.getByLabel("Day").fill("18");
  await page.getByLabel("Year").fill("1991");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("You have 4 more tries. Or call (555) 010-0100.")).toBeVisible();

  await page.getByLabel("Month").fill("4");
  await page.getByLabel("Day").fill("17");
  await page.getByLabel("Year").fill("1991");
  await page.getByRole("button", { name: "Continue" }).click();

  await expect(page.getByRole("heading", { name: "What I agreed to" })).toBeVisible();
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { name: "For you to read (4)" })).toBeVisible();
});
