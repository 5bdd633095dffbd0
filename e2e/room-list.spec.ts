import { entered } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { makePractice } from "./practices";
import { newNumber, roomOf, videoOf } from "./rooms";

test("who meets by video without a room is found among all, and given one there", async ({ pageOf }) => {
  const practice = await makePractice([]);
  const { name: platform } = await videoOf(practice);
  const [one, other] = [
    await addedPatient(practice, [entered(0)]),
    await addedPatient(practice, [entered(0)]),
  ];
  await roomOf(practice, { patientId: other.id });
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.platforms(practice.slug));
  await page.getByRole("link", { name: "Rooms", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: other.legalName })).toContainText("Since");

  await page.getByRole("link", { name: "No room yet 1" }).click();
  await expect(page.getByRole("row").filter({ hasText: other.legalName })).toHaveCount(0);
  const row = page.getByRole("row").filter({ hasText: one.legalName });
  await row.getByRole("button", { name: "Assign a room" }).click();
  const number = newNumber();
  await page.getByLabel("Link or number of the meeting").fill(number);
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText(`has a room on ${platform} now.`)).toBeVisible();
  await expect(page.getByText("Nobody fits what you asked for.")).toBeVisible();

  await page.getByRole("link", { name: "Show all" }).click();
  await page.getByRole("searchbox", { name: "Search patients and groups" }).fill(one.legalName);
  await page.keyboard.press("Enter");
  await expect(row).toContainText(`The one ending in ${number.slice(-4)}.`);
  await expect(page.getByText("1 of 2.")).toBeVisible();
  expect(await page.content()).not.toContain(number);
});
