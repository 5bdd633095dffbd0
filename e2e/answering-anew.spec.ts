import { entered, no } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";

test("who begins to answer anew may go on later, or let it be", async ({ pageOf, harbor }) => {
  const { email } = await addedPatient(harbor, [entered(0), no(0, "video-platform")]);
  const page = await pageOf(email);
  await page.goto(routes.myConsents("harbor"));
  const consent = page.getByRole("region", { name: "How we meet by video" });
  await consent.getByRole("button", { name: "Answer anew" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How we meet by video" })).toBeVisible();
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("heading", { name: "For you to read (1)" })).toBeVisible();

  await page.goto(routes.myConsents("harbor"));
  await consent.getByRole("link", { name: "Go on answering" }).click();
  await page.getByRole("button", { name: "Not now" }).click();

  await expect(page.getByRole("heading", { name: "What I agreed to" })).toBeVisible();
  await expect(consent).toContainText("You said no on");
  await expect(consent.getByRole("button", { name: "Answer anew" })).toBeVisible();
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByText("There is nothing for you to read at the moment.")).toBeVisible();
});

test("without JavaScript too, who begins to answer anew may go on later, or let it be", async ({
  harbor,
  plainPageOf,
}) => {
  const { email } = await addedPatient(harbor, [entered(0), no(0, "video-platform")]);
  const page = await plainPageOf(email);
  const consent = page.part("region", "How we meet by video");
  await page.goto(routes.myConsents("harbor"));
  await page.press(consent.one("button", "Answer anew"));
  page.one("heading", "How we meet by video");
  await page.follow("Home");
  page.one("heading", "For you to read (1)");

  await page.goto(routes.myConsents("harbor"));
  await page.follow(consent.one("link", "Go on answering"));
  await page.press("Not now");

  page.one("heading", "What I agreed to");
  expect(consent.text).toContain("You said no on");
  consent.one("button", "Answer anew");
  await page.follow("Home");
  expect(page.text).toContain("There is nothing for you to read at the moment.");
});
