import { routes } from "@/lib/routes";
import { choiceOf, choose, expectChosen, firstAnswers, review } from "./answering";
import { expect, test } from "./fixtures";
import { askedPatient } from "./people";
import * as plain from "./plain-answering";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

test.describe("on a phone", () => {
  test.use(phone);

  test.beforeEach(async ({ page, context, harbor }) => {
    const patient = await askedPatient(harbor, ["session-recording"]);
    await openSessionIn(context, patient.email, "harbor");
    await page.goto(routes.my("harbor"));
    await page.getByRole("link", { name: "Start" }).click();
    // It comes with the scripts: what is chosen before them is kept by the form alone, and not through a reload.
    await expect(page.getByRole("button", { name: "No to all of these" })).toBeVisible();
  });

  test("nothing entered is lost on Back or through a reload, and Leave clears it", async ({ page }) => {
    await choose(page, firstAnswers);
    await page.reload();
    await expectChosen(page, firstAnswers);

    await review(page);
    await page.getByLabel("Type your full name").fill("Mira Q");
    await page.goBack();
    await expectChosen(page, firstAnswers);
    await expect(choiceOf(page, "I look back at a session")).toBeInViewport();
    await page.goForward();
    await expect(page.getByRole("heading", { name: "Please check" })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Type your full name")).toHaveValue("Mira Q");
    await page.getByRole("button", { name: "Change something" }).click();
    await expectChosen(page, firstAnswers);
    await expect(choiceOf(page, "I look back at a session")).toBeFocused();

    await page.getByRole("button", { name: "Leave" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect.poll(() => page.evaluate(() => window.sessionStorage.length)).toBe(0);
  });

  test("a use left open is named, and the error goes once it is answered", async ({ page }) => {
    await page.getByRole("link", { name: "To the questions (4)" }).click();
    await expect(choiceOf(page, "I look back at a session")).toBeInViewport();
    const { "Students learn from it": last, ...others } = firstAnswers;
    await choose(page, others);
    await page.getByRole("button", { name: "Review my answers" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "Please answer Yes or No" });
    await expect(
      alert.getByRole("link", { name: "Use 4 has no answer yet: Students learn from it" }),
    ).toBeVisible();
    await expect(page.getByText("Please choose Yes or No.")).toBeVisible();
    await choose(page, { "Students learn from it": last });
    await expect(alert).toHaveCount(0);
    await expect(page.getByText("Please choose Yes or No.")).toHaveCount(0);
    await review(page);
  });
});

test("without JavaScript, an answer that is missing can be reached from the top", async ({
  harbor,
  plainPageOf,
}) => {
  const patient = await askedPatient(harbor, ["session-recording"]);
  const page = await plainPageOf(patient.email);
  await page.goto(routes.my("harbor"));
  await page.follow("Start");
  const { "Students learn from it": _, ...others } = firstAnswers;
  plain.choose(page, others);
  await page.press("Review my answers");
  const reached = await page.follow("Use 4 has no answer yet: Students learn from it");
  expect(reached?.contains(page.one("group", "Students learn from it"))).toBe(true);
});
