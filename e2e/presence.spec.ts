import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { askedPatient } from "./people";
import { demoStaff } from "./practices";
import { openSessionIn } from "./sessions";

const minute = 60_000;

test("a page nobody touches asks, then closes, and keeps what was chosen for who signs in again", async ({
  page,
  context,
  harbor,
}) => {
  const patient = await askedPatient(harbor, ["session-recording"]);
  await openSessionIn(context, patient.email, "harbor");
  await page.clock.install();
  await page.goto(routes.my("harbor"));
  await page.getByRole("link", { name: "Start" }).click();
  // It comes with the scripts, as the clock that runs out does.
  await expect(page.getByRole("button", { name: "No to all of these" })).toBeVisible();
  const choice = page.getByRole("radio", { name: "Yes" }).first();
  await choice.check();

  await page.clock.fastForward(27.5 * minute);
  await expect(page.getByRole("dialog", { name: "Are you still there?" })).toBeVisible();
  await page.getByRole("button", { name: "Yes, I am here" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.clock.fastForward(27.5 * minute);
  await page.clock.fastForward(2 * minute);
  const closed = page.getByRole("dialog", { name: "This page is closed" });
  await expect(closed).toBeVisible();
  await closed.getByRole("button", { name: "Go on" }).click();
  await expect(closed.getByText("You are not signed in yet.")).toBeVisible();

  await openSessionIn(context, patient.email, "harbor");
  await closed.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(choice).toBeChecked();
  // Its clock would go on in the next story.
  await context.close();
});

test("one key locks the desk: nothing is open to who reloads, or to somebody else who signs in", async ({
  pageOf,
}) => {
  const page = await pageOf(demoStaff.therapist);
  await page.goto(routes.board("harbor"));
  const closed = page.getByRole("dialog", { name: "This page is closed" });
  // Until its scripts are there, no key does anything.
  await expect(async () => {
    await page.keyboard.press("Shift+L");
    await expect(closed).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await openSessionIn(page.context(), demoStaff.office, "harbor");
  await closed.getByRole("button", { name: "Go on" }).click();
  await expect(closed.getByText("You are not signed in yet.")).toBeVisible();
  await page.context().clearCookies();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
