import { entered } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { makePractice } from "./practices";

test("the owner changes the number and the crisis line, and patients read the new ones in their language", async ({
  pageOf,
}) => {
  const practice = await makePractice(["email-scheduling"]);
  const patient = await addedPatient(practice, [entered(0)]);
  const owner = await pageOf(practice.ownerEmail, practice.slug);
  await owner.goto(routes.settings(practice.slug));
  await owner.getByLabel("Phone patients read").fill("ask Dana");
  await owner.getByLabel("Whom to call in danger, English").fill("112, day and night");
  await owner.getByLabel("Whom to call in danger, Spanish").fill("112, a cualquier hora");
  await owner.getByRole("button", { name: "Save the settings" }).click();
  await expect(owner.getByText("This does not look like a phone number.")).toBeVisible();
  await expect(owner.getByLabel("Whom to call in danger, English")).toHaveValue("112, day and night");

  await owner.getByLabel("Phone patients read").fill("(555) 010-0399");
  await owner.getByRole("button", { name: "Save the settings" }).click();
  await expect(owner.getByText("Saved.")).toBeVisible();

  const page = await pageOf(patient.email, practice.slug);
  await page.goto(routes.my(practice.slug));
  await expect(page.getByRole("link", { name: "(555) 010-0399" })).toBeVisible();
  await expect(page.getByText("thinking of harming yourself? 112, day and night.")).toBeVisible();
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByText("hacerse daño? 112, a cualquier hora.")).toBeVisible();
});

test("the office reads the settings and cannot change them", async ({ pageOf }) => {
  const office = await pageOf("office@harbor.test");
  await office.goto(routes.settings("harbor"));
  await expect(office.getByText("988 or 911 / 988 (pulse 2) o 911")).toBeVisible();
  await expect(office.getByRole("button", { name: "Save the settings" })).toHaveCount(0);
});
