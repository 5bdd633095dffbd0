import AxeBuilder from "@axe-core/playwright";
import { publishTexts } from "@/lib/practices/publish-texts";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { makePractice, publishSecond } from "./practices";

const recording = "session-recording";

test("the owner shows the texts to everybody, and takes them away again", async ({ pageOf, page }) => {
  const practice = await makePractice([recording]);
  const summary = await publishSecond(practice, recording);
  const path = routes.practiceTexts(practice.slug);
  expect((await page.goto(path))?.status()).toBe(404);
  const unknown = await page.content();
  expect((await page.goto(routes.practiceTexts("nobody-here")))?.status()).toBe(404);
  const words = (html: string) => html.replaceAll(practice.slug, "").replaceAll("nobody-here", "").length;
  expect(Math.abs(words(await page.content()) - words(unknown))).toBeLessThan(200);

  const owner = await pageOf(practice.ownerEmail, practice.slug);
  await owner.goto(routes.settings(practice.slug));
  await owner.getByRole("button", { name: "Show the texts to everybody" }).click();
  await expect(owner.getByText("The public page is there.")).toBeVisible();

  expect((await page.goto(path))?.status()).toBe(200);
  await expect(page.getByRole("heading", { name: "What Story Practice tells its patients" })).toBeVisible();
  await expect(page.getByText(summary)).toBeVisible();
  await page.getByText("Version 1, from").click();
  await expect(page.getByText("In short").or(page.getByText("May I record")).first()).toBeVisible();
  expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);

  await owner.getByRole("button", { name: "Show them no longer" }).click();
  await expect(owner.getByText("The public page is gone.")).toBeVisible();
  expect((await page.goto(path))?.status()).toBe(404);
});

test("without JavaScript, anybody reads the texts in their language", async ({ plainPageOf }) => {
  const practice = await makePractice([recording]);
  await publishTexts(practice.staff.owner, { publish: true });
  const page = await plainPageOf(undefined, practice.slug, "es");
  await page.goto(routes.practiceTexts(practice.slug));
  page.one("heading", /^Qué informa Story Practice/);
  page.one("heading", "Grabar nuestras sesiones");
  expect(page.text).toContain("Usos");
});
