import { v7 as uuid } from "uuid";
import { platformDefaults } from "@/db/schema";
import { entered } from "@/demo/story";
import { recordEvent } from "@/lib/audit/record-event";
import { inPractice } from "@/lib/in-practice";
import { noteFact } from "@/lib/platforms/note-fact";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient, asSeen } from "./people";
import { platformOf } from "./platforms";
import { makePractice, type StoryPractice } from "./practices";

test("a service is listed once, with what its maker says", async ({ pageOf }) => {
  const practice = await makePractice([]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.platforms(practice.slug));
  await expect(page.getByText("Nothing is on the list yet.")).toBeVisible();
  await page.getByRole("button", { name: "Add Zoom" }).click();
  await expect(page.getByText("Zoom is on the list.")).toBeVisible();
  await page.getByRole("button", { name: "Add a platform" }).click();
  await page.getByRole("radio", { name: "Another video service" }).check();
  await page.getByLabel("Name of the service").fill("ZOOM");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByText("This is on the list already.")).toBeVisible();
  await expect(page.getByLabel("Name of the service")).toHaveValue("ZOOM");

  await page.getByRole("link", { name: "Zoom", exact: true }).click();
  await expect(page.getByText("Nobody can meet on it")).toBeVisible();
  await expect(page.getByText("Either end-to-end encryption or recording, not both")).toBeVisible();
});

test("what the practice checks stands above what its maker says", async ({ pageOf }) => {
  const practice = await makePractice([]);
  const platformId = await platformOf(practice);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.platform(practice.slug, platformId));
  const recording = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { name: "Can record" }),
  });
  await expect(recording.getByText("the company says")).toBeVisible();

  await recording.getByRole("button", { name: "Note…" }).click();
  await recording.getByRole("button", { name: "Note it" }).click();
  await expect(recording.getByText("Choose what is true.")).toBeVisible();
  await recording.getByRole("radio", { name: "No", exact: true }).check();
  await recording.getByRole("radio", { name: "I have checked it myself" }).check();
  await recording.getByLabel("Link").fill("javascript:alert(1)");
  await recording.getByRole("button", { name: "Note it" }).click();
  await expect(recording.getByText("A link has to begin with https://")).toBeVisible();
  await recording.getByLabel("Link").fill("https://zoom.test/settings");
  await recording.getByLabel("On which day").fill("2999-01-01");
  await recording.getByRole("button", { name: "Note it" }).click();
  await expect(recording.getByText("This day has not come yet.")).toBeVisible();
  await recording.getByLabel("On which day").fill("2026-01-12");
  await recording.getByLabel("In English").fill("Switched off in the account.");
  await recording.getByRole("button", { name: "Note it" }).click();

  await expect(page.getByText("Noted: Can record.")).toBeVisible();
  await expect(recording.getByText("checked", { exact: true })).toBeVisible();
  await expect(recording.getByText("Switched off in the account.")).toBeVisible();
  await recording.getByText("Earlier (1)").click();
  await expect(recording.getByText("On the therapist’s computer; in the cloud")).toBeVisible();
  await expect(page.getByText("Either end-to-end encryption or recording")).toHaveCount(0);
});

test("an old fact shows its age, an agreement that is over is said, and why one was left stays readable", async ({
  pageOf,
}) => {
  const practice = await makePractice([]);
  const platformId = await platformOf(practice);
  const { owner } = practice.staff;
  const fact = { platformId, words: { en: null, es: null }, sourceName: null, link: null };
  const agreed = { checkedOn: "2024-01-10", goodUntil: "2025-01-09" };
  await noteFact(owner, { ...fact, ...agreed, key: "vendor-agreement", value: "yes", source: "checked" });
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.platforms(practice.slug));
  await page.getByRole("link", { name: "Needs a look 1" }).click();
  const row = page.getByRole("row").filter({ hasText: "Zoom" });
  await expect(row.getByText("over since Jan 9, 2025")).toBeVisible();
  await expect(row.getByText("1 fact to check again")).toBeVisible();
  await row.getByRole("link", { name: "Zoom" }).click();
  await expect(page.getByText(/days old: check it again/)).toBeVisible();
  await expect(page.getByText("Nobody can meet on it")).toBeVisible();

  await page.getByRole("button", { name: "We no longer use it…" }).click();
  await page.getByLabel("Why?").fill("Summaries without asking.");
  await page.getByRole("button", { name: "We no longer use it", exact: true }).click();
  await expect(page.getByText("Zoom is no longer in use.")).toBeVisible();
  await page.goto(routes.platforms(practice.slug));
  await page.getByRole("link", { name: "No longer used 1" }).click();
  await expect(page.getByText(/No longer used since .*: Summaries without asking\./)).toBeVisible();
});

test("without JavaScript, a patient says in two taps what did not work, and the practice reads it", async ({
  pageOf,
  plainPageOf,
}) => {
  const practice = await makePractice([]);
  const platformId = await platformOf(practice);
  await meetOn(practice, platformId);
  const patient = await addedPatient(practice, [entered(0)]);
  const page = await plainPageOf(patient.email, practice.slug);
  await page.goto(routes.my(practice.slug));
  page.unfold("Something did not work in our session");
  await page.press("The sound was poor");
  expect(page.text).toContain("Thank you, it is noted. Dr. Ines Alder");

  const read = await pageOf(practice.ownerEmail, practice.slug);
  await read.goto(routes.platform(practice.slug, platformId));
  const reported = read.getByRole("listitem").filter({ hasText: "the sound was poor" });
  await expect(reported).toContainText(patient.legalName, asSeen);
  await expect(reported).toContainText("noted by the patient’s side");
  await reported.getByRole("link").click();
  await read.getByRole("button", { name: "Something did not work…" }).click();
  await read.getByRole("button", { name: "Line dropped" }).click();
  await expect(read.getByText("Noted: something did not work with Zoom.")).toBeVisible();
  await expect(read.getByText("Zoom: the line dropped, noted by Dr. Ines Alder")).toBeVisible();
});

test("the owner says whether a vendor must have signed, and in how many days a wish is answered", async ({
  pageOf,
}) => {
  const practice = await makePractice([]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.settings(practice.slug));
  await page.getByLabel("Days to answer a wish").fill("31");
  await page.getByRole("button", { name: "Save the rules for platforms" }).click();
  await expect(page.getByLabel("Days to answer a wish")).toHaveValue("31");
  await expect(page.getByText("Please check this number.")).toBeVisible();
  await page.getByLabel("Days to answer a wish").fill("5");
  await page.getByLabel("Only video services with an agreement").uncheck();
  await page.getByRole("button", { name: "Save the rules for platforms" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Days to answer a wish")).toHaveValue("5");
  await expect(page.getByLabel("Only video services with an agreement")).not.toBeChecked();
});

async function meetOn({ staff: { owner } }: StoryPractice, platformId: string) {
  await inPractice(owner, async (tx, now) => {
    const { practiceId, staffId: setBy } = owner;
    const set = { effectiveFrom: now, setAt: now, setBy };
    await tx.insert(platformDefaults).values({ practiceId, id: uuid(), platformId, ...set });
    const effectiveFrom = now.toISOString();
    await recordEvent(tx, owner, { name: "platform.default-set", platformId, effectiveFrom });
  });
}
