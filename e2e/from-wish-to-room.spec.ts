import { routes } from "@/lib/routes";
import { twoWays } from "./agreed-way";
import { downloaded, expectSealed } from "./copies";
import { yearAfterNext } from "./days";
import { expect, test } from "./fixtures";
import { newNumber } from "./rooms";
import { phone } from "./screens";

test.use(phone);

test("from a wish on the phone to a room of one's own, and back again by either side", async ({ pageOf }) => {
  test.slow();
  const { practice, patient } = await twoWays();
  const { slug } = practice;
  const page = await pageOf(patient.email, slug);
  await page.goto(routes.myPlatform(slug));
  await page.getByRole("group", { name: "I would rather use" }).getByLabel("Otherline").check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Your wish has arrived: Otherline.")).toBeVisible();

  const desk = await pageOf(practice.ownerEmail, slug);
  await desk.goto(routes.desk(slug));
  const waiting = desk.getByRole("listitem").filter({ hasText: patient.legalName });
  await waiting.getByRole("link", { name: "Show" }).click();
  await desk.getByRole("button", { name: "Try until …" }).click();
  await desk.getByLabel("Last day of the trial").fill(`${yearAfterNext}-01-01`);
  await desk.getByRole("button", { name: "Agree to a trial" }).click();
  await expect(desk.getByText("not read by the patient yet")).toBeVisible();

  await page.reload();
  await page.getByRole("link", { name: "Read what is different there" }).click();
  await page.getByRole("button", { name: "I have read it" }).click();
  await page.getByLabel("Type your full name").fill(patient.legalName);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  const file = await downloaded(page, page.getByRole("link", { name: "Download signed copy" }));
  expect(await expectSealed(page, file, slug)).toMatchObject({ meaning: "acknowledges-trade-off" });

  await page.goto(routes.join(slug));
  await expect(page.getByText("We meet on Otherline.")).toBeVisible();
  await expect(page.getByText("Your meeting link is not here yet.", { exact: false })).toBeVisible();
  await desk.goto(routes.patient(slug, patient.id));
  await desk.getByRole("button", { name: "Assign a room, Otherline" }).click();
  await desk.getByLabel("Link or number of the meeting").fill(`https://otherline.test/${newNumber()}`);
  await desk.getByRole("radio", { name: "Yes" }).check();
  await desk.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(desk.getByText("has a room on Otherline now.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Show my meeting link" }).click();
  await expect(page.getByRole("link", { name: "Open our meeting" })).toHaveAttribute("href", /otherline/);

  await page.goto(routes.myPlatform(slug));
  await page.getByRole("button", { name: /^Go back/ }).click();
  await expect(page.getByText("You went back on", { exact: false })).toBeVisible();
  await desk.goto(routes.patient(slug, patient.id));
  await expect(desk.locator("#wishes").getByText("The patient went back on", { exact: false })).toBeVisible();
  await page.goto(routes.join(slug));
  await expect(page.getByText("We meet on Clearline.")).toBeVisible();
});
