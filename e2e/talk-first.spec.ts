import { asked, entered } from "@/demo/story";
import { routes } from "@/lib/routes";
import { choose, expectChosen, firstAnswers, review, sign } from "./answering";
import { expect, test } from "./fixtures";
import { addedPatient, askedPatient } from "./people";
import * as plain from "./plain-answering";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

test("who would like to talk first is heard: listed for the therapist until it was talked about", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const { email, legalName, id } = await addedPatient(harbor, [
    entered(0),
    asked(0, ["session-recording"], null),
  ]);
  const page = await pageOf(email);
  await page.goto(routes.my("harbor"));
  await page.getByRole("link", { name: "Start" }).click();
  await page.getByRole("button", { name: "I'd like to talk first" }).click();
  await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
  await expect(
    page.getByText("You would like to talk about it first. It stays open, and we will not send reminders."),
  ).toBeVisible();
  await page.getByRole("link", { name: "To the start page" }).click();
  await expect(page.getByRole("heading", { name: "You wanted to talk about" })).toBeVisible();

  await therapist.goto(routes.desk("harbor"));
  const waiting = therapist.getByRole("listitem").filter({ hasText: legalName });
  await expect(waiting).toContainText("would like to talk first about “Recording our sessions”");
  await waiting.getByRole("button", { name: "We talked" }).click();
  await waiting.getByLabel("Note (optional)").fill("Asked who else sees it.");
  await waiting.getByRole("button", { name: "Save" }).click();
  await expect(waiting.getByRole("alert")).toHaveText("Choose how it ended.");
  await expect(waiting.getByLabel("Note (optional)")).toHaveValue("Asked who else sees it.");
  await waiting.getByRole("radio", { name: /^Questions answered/ }).check();
  await waiting.getByRole("button", { name: "Save" }).click();
  await expect(waiting).toHaveCount(0);
  const said = therapist.getByRole("status").filter({ hasText: legalName });
  await expect(said).toContainText(`Noted how the conversation with ${legalName}`);
  await expect(said).toBeFocused();

  await therapist.goto(routes.patient("harbor", id));
  const conversation = therapist.getByText("questions answered. Asked who else sees it.");
  await expect(conversation).toBeVisible();
  await page.goto(routes.my("harbor"));
  await expect(page.getByRole("heading", { name: "For you to read (1)" })).toBeVisible();
});

test.describe("on a phone", () => {
  test.use(phone);

  test("who says so a second time is told, and loses no answer", async ({ page, context, harbor }) => {
    const patient = await askedPatient(harbor, ["session-recording"]);
    await openSessionIn(context, patient.email, "harbor");
    const [talkFirst, told] = [
      page.getByRole("button", { name: "I'd like to talk first" }),
      page.getByRole("alert").filter({ hasText: "already" }),
    ];
    await page.goto(routes.my("harbor"));
    await page.getByRole("link", { name: "Start" }).click();
    const question = page.url();
    await talkFirst.click();
    await expect(page.getByRole("heading", { name: "Noted" })).toBeVisible();
    await page.goto(question);
    await choose(page, firstAnswers);
    await talkFirst.click();
    await expect(told).toBeVisible();
    await expectChosen(page, firstAnswers);

    await review(page);
    await expect(told).toHaveCount(0);
    await sign(page, "");
    await expect(page.getByRole("alert").filter({ hasText: "name" })).toBeVisible();
    await sign(page, patient.legalName);
    await expect(page.getByRole("heading", { name: "Thank you, Mira." })).toBeVisible();
  });
});

test("without JavaScript, who says so a second time is told, and loses no answer", async ({
  harbor,
  plainPageOf,
}) => {
  const patient = await askedPatient(harbor, ["session-recording"]);
  const page = await plainPageOf(patient.email);
  await page.goto(routes.my("harbor"));
  await page.follow("Start");
  const question = page.url;
  await page.press("I'd like to talk first");
  page.one("heading", "Noted");
  await page.goto(question);
  plain.choose(page, firstAnswers);
  await page.press("I'd like to talk first");
  expect(page.part("alert").text).toContain("already");
  expect(plain.chosen(page, firstAnswers)).toEqual(firstAnswers);

  await plain.review(page);
  expect(page.has("alert")).toBe(false);
  await plain.sign(page, "");
  expect(page.part("alert").text).toContain("name");
  await plain.sign(page, patient.legalName);
  page.one("heading", "Thank you, Mira.");
});
