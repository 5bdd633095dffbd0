import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { review, sign } from "./answering";
import { expect, test } from "./fixtures";
import { askedPatient, requestOf } from "./people";

const packet = ["video-platform", "session-recording", "email-scheduling"];

test.slow();

test("three questions in one sitting, left after the first, go on where they stopped", async ({
  harbor,
  pageOf,
}) => {
  const patient = await askedPatient(harbor, packet);
  const before = await pageOf(patient.email);
  await before.goto(routes.my("harbor"));
  await expect(before.getByRole("heading", { name: "For you to read (3)" })).toBeVisible();
  await before.getByRole("link", { name: "Start" }).click();
  await expect(before.getByText("1 of 3")).toBeVisible();
  await sayNo(before, patient.legalName);
  await expect(before.getByRole("link", { name: /^Next: / })).toBeVisible();
  await before.close();

  const page = await pageOf(patient.email);
  await page.goto(routes.my("harbor"));
  await expect(page.getByRole("heading", { name: "For you to read (2)" })).toBeVisible();
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page.getByText("2 of 3")).toBeVisible();
  await sayNo(page, patient.legalName);
  await page.getByRole("link", { name: /^Next: / }).click();
  await expect(page.getByText("3 of 3")).toBeVisible();
  await sayNo(page);
  await expect(page.getByRole("link", { name: /^Next: / })).toHaveCount(0);
  await page.getByRole("link", { name: "To the start page" }).click();
  await expect(page.getByText("There is nothing for you to read at the moment.")).toBeVisible();
  for (const key of packet) expect((await requestOf(patient, key)).answer).not.toBeNull();
});

/** The name typed once is there for the rest of the sitting, in the same browser. */
async function sayNo(page: Page, legalName?: string) {
  await expect(page.getByRole("button", { name: "Review my answers" })).toBeVisible();
  for (const no of await page.getByRole("radio", { name: "No", exact: true }).all()) await no.check();
  await review(page);
  await sign(page, legalName);
  await expect(page.getByRole("heading", { name: /^Thank you/ })).toBeVisible();
}
