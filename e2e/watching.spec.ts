import { asked, entered, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient, live, requestOf } from "./people";
import { makePractice, publishSecond } from "./practices";

const platform = "video-platform";

test("a service changed its terms: it is noted, a new text is needed, and from there it is begun", async ({
  pageOf,
}) => {
  const practice = await makePractice([platform]);
  const patient = await addedPatient(practice, [entered(0), asked(0, [platform], null)]);
  const draft = routes.draft(practice.slug, practice.texts.get(platform) ?? "");
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.watch(practice.slug));
  await expect(page.getByText("Nothing is noted yet.")).toBeVisible();

  const open = page.getByRole("button", { name: "Note a change" });
  await open.click();
  await expect(page.getByLabel("Who or what changed")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByLabel("Who or what changed").fill("Zoom");
  await page.getByLabel("What changed", { exact: true }).fill("New terms about AI summaries.");
  await page.getByLabel("Link").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("A link has to begin with https://")).toBeVisible();
  await expect(page.getByLabel("Link")).toBeFocused();
  await expect(page.getByText("Choose at least one text.")).toBeVisible();
  await expect(page.getByLabel("Who or what changed")).toHaveValue("Zoom");

  await page.getByLabel("How we meet by video").check();
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("Choose at least one text.")).toHaveCount(0);
  await expect(page.getByLabel("How we meet by video")).toBeChecked();
  await page.getByLabel("Link").fill("https://zoom.test/terms");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByRole("heading", { name: "Zoom" })).toBeVisible();

  await page.goto(routes.desk(practice.slug));
  const again = page.getByRole("region", { name: "Texts to look at again (1)" });
  await again.getByRole("link", { name: "Decide" }).click();
  await page.getByRole("button", { name: "Decide what it means…" }).click();
  await page.getByLabel("A new text is needed").check();
  await page.getByLabel("Your note").fill("Summaries are on by default now.");
  await page.getByLabel("In English").fill("Zoom changed its terms. A new text follows.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("A new text is needed, decided on")).toBeVisible();
  await expect(page.getByRole("button", { name: "Write the next version of" })).toBeVisible();

  const own = await pageOf(patient.email, practice.slug);
  await own.goto(routes.request(practice.slug, (await requestOf(patient, platform)).id));
  await expect(own.getByText("Zoom changed its terms. A new text follows.")).toBeVisible();
  await own.getByRole("button", { name: "Español" }).click();
  await expect(own.getByText("Zoom changed its terms. A new text follows. (en inglés)")).toBeVisible();

  await page.goto(routes.desk(practice.slug));
  await again.getByRole("button", { name: "Write the next version" }).click();
  await expect(page).toHaveURL(new RegExp(`${draft}$`));
  await publishSecond(practice, platform);
  await page.goto(routes.desk(practice.slug));
  await expect(page.getByRole("heading", { level: 1, name: /^Today, / })).toBeVisible();
  await expect(again).toHaveCount(0);
});

test("two versions stand side by side, with words for what is new and what is gone", async ({ pageOf }) => {
  const practice = await makePractice([platform]);
  await publishSecond(practice, platform);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.disclosure(practice.slug, practice.texts.get(platform) ?? ""));
  await page.getByRole("link", { name: "Compare versions" }).click();
  await expect(page.getByRole("columnheader", { name: "Version 1" }).first()).toBeVisible();
  await expect(page.getByRole("insertion").first()).toContainText("added:");
  await expect(page.getByRole("deletion").first()).toContainText("removed:");
  await page.getByLabel("Language").selectOption({ label: "Spanish" });
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(
    page.getByRole("cell", { name: /Me reúno con muchas personas por video/ }).first(),
  ).toBeVisible();
});

async function askedAgain() {
  const practice = await makePractice([platform]);
  const patient = await addedPatient(practice, [entered(0), yes(0, platform)]);
  const summary = await publishSecond(practice, platform);
  await live(patient, [asked(0, [platform], null)]);
  const path = routes.request(practice.slug, (await requestOf(patient, platform)).id);
  return { patient, practice, summary, path };
}

const changed = "What changed since what you signed on";

test("who is asked again reads what changed since what they signed", async ({ pageOf }) => {
  const { patient, practice, summary, path } = await askedAgain();
  const page = await pageOf(patient.email, practice.slug);
  await page.goto(path);
  await expect(page.getByText(summary)).toBeVisible();
  const details = page.getByRole("group").filter({ hasText: changed });
  await details.getByText(changed).click();
  await expect(details.getByRole("insertion").first()).toBeVisible();
  await expect(details.getByRole("deletion").first()).toBeVisible();
});

test("without JavaScript too, who is asked again reads what changed", async ({ plainPageOf }) => {
  const { patient, practice, summary, path } = await askedAgain();
  const page = await plainPageOf(patient.email, practice.slug);
  await page.goto(path);
  expect(page.text).toContain(summary);
  page.unfold(changed);
  const details = page.partWith("group", changed);
  expect(details.has("insertion")).toBe(true);
  expect(details.has("deletion")).toBe(true);
});
