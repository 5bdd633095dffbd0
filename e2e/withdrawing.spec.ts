import type { Page } from "@playwright/test";
import { entered, no, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { answer } from "./answering";
import { boardRow } from "./board";
import { downloaded, expectSealed } from "./copies";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";

const recording = "Recording our sessions";
const agreedTo = (page: Page, title: string) => page.getByRole("region", { name: title });

test("one press takes back what was allowed, and the practice sees it", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [
    entered(0),
    yes(0, "session-recording", ["look-back", "patient-copy"]),
  ]);
  await expect(await boardRow(therapist, patient)).toContainText("2 of 4 uses");

  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await agreedTo(page, recording).getByRole("button", { name: "Withdraw all uses" }).click();

  await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
  await expect(page.getByRole("status").first()).toContainText("this is no longer allowed");
  await expect(await boardRow(therapist, patient)).toContainText("took back");
  const copy = await downloaded(page, page.getByRole("link", { name: "Download signed copy" }));
  expect((await expectSealed(page, copy, "harbor")).meaning).toBe("withdraws");
});

test("one use can be taken back while the others stay", async ({ harbor, pageOf }) => {
  const past = [entered(0), yes(0, "session-recording", ["look-back", "patient-copy"])];
  const { email } = await addedPatient(harbor, past);
  const page = await pageOf(email);
  await page.goto(routes.myConsents("harbor"));
  await page.getByRole("button", { name: "Take back this use: You watch it again" }).click();
  await expect(page.getByText("This stays as it was:")).toBeVisible();

  await page.goto(routes.myDocuments("harbor"));
  await expect(page.getByText("You took back 1 use")).toBeVisible();
  await page.goto(routes.myConsents("harbor"));
  const uses = agreedTo(page, recording).getByRole("listitem");
  await expect(uses.filter({ hasText: "You watch it again" })).toContainText("Taken back");
  await expect(uses.filter({ hasText: "I look back at a session" })).toContainText("Yes");
});

test("a no can become a yes on the patient's own wish", async ({ harbor, pageOf, therapist }) => {
  const patient = await addedPatient(harbor, [entered(0), no(0, "video-platform")]);
  await expect(await boardRow(therapist, patient)).toContainText("no");
  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await agreedTo(page, "How we meet by video").getByRole("button", { name: "Answer anew" }).click();
  await answer(page, { "Sessions by Zoom": "Yes" }, patient.legalName);

  await page.goto(routes.myConsents("harbor"));
  await expect(agreedTo(page, "How we meet by video")).toContainText("You said yes on");
});

test("what was taken back can be given again", async ({ harbor, pageOf, therapist }) => {
  const patient = await addedPatient(harbor, [entered(0), yes(0, "email-scheduling")]);
  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  const email = agreedTo(page, "E-mail about appointments");
  await email.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Done" })).toBeVisible();
  await page.goto(routes.myConsents("harbor"));
  await expect(email).toContainText("Nothing of it is allowed any more.");

  await email.getByRole("button", { name: "Answer anew" }).click();
  await answer(page, { "E-mail about appointments": "Yes" }, patient.legalName);

  await page.goto(routes.myConsents("harbor"));
  await expect(email).toContainText("You said yes on");
  await expect(await boardRow(therapist, patient)).toContainText("yes");
});
