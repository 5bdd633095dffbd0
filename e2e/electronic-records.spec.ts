import type { Page } from "@playwright/test";
import { asked, back, entered, missedSample, no, openedSample, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { answer } from "./answering";
import { boardRow } from "./board";
import { downloaded, expectSealed } from "./copies";
import { expect, test } from "./fixtures";
import { addedPatient, askedPatient, requestOf, type StoryPatient } from "./people";
import * as plain from "./plain-answering";
import { openPlainSample, typePlainDigits } from "./plain-samples";
import { openSampleByItself, readSample, typeDigits } from "./samples";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

const electronic = "electronic-records";
const notice = "privacy-notice";
const received = { "I received this notice": "Yes" } as const;
const agreed = { "Texts and signed copies on a screen": "Yes" } as const;
const noticeTitle = "Notice of privacy practices";
const onPaper = "We will give you this on paper";
const review = (page: Page) => page.getByRole("button", { name: "Review my answers" });

async function openNotice(page: Page, patient: StoryPatient) {
  const { id } = await requestOf(patient, notice);
  await page.goto(routes.request("harbor", id));
  await expect(page.getByRole("heading", { level: 1, name: noticeTitle })).toBeVisible();
}

test.describe("on a phone", () => {
  test.use(phone);

  test("a patient agrees, opens a sample, and signs the notice", async ({ page, context, harbor }) => {
    const patient = await askedPatient(harbor, [notice, electronic]);
    await openSessionIn(context, patient.email, "harbor");
    await page.goto(routes.my("harbor"));
    await page.getByRole("link", { name: "Start" }).click();
    await answer(page, agreed, patient.legalName);
    await page.getByRole("link", { name: "Next: open a sample, 1 minute" }).click();
    const digits = await readSample(page);
    await typeDigits(page, `${digits.slice(0, 2)} ${digits.slice(2)}`);

    await expect(page.getByRole("heading", { level: 1, name: noticeTitle })).toBeVisible();
    await answer(page, received, patient.legalName);
    const copy = page.getByRole("link", { name: "Download signed copy" });
    await expect(copy).toBeVisible();
    const { meaning } = await expectSealed(page, await downloaded(page, copy), "harbor");
    expect(meaning).toBe("acknowledges-receipt");
  });

  test("a text in writing leads to the question about screens, and back", async ({
    page,
    context,
    harbor,
  }) => {
    const patient = await askedPatient(harbor, [notice]);
    await openSessionIn(context, patient.email, "harbor");
    await openNotice(page, patient);
    const before = page.getByRole("region", { name: "Before you answer this here" });
    await before.getByRole("link", { name: "Do this first" }).click();
    await page.getByRole("button", { name: "Read and decide" }).click();
    await answer(page, agreed, patient.legalName);
    await openNotice(page, patient);
    await before.getByRole("link", { name: "Do this first" }).click();
    await typeDigits(page, await readSample(page));
    await expect(page.getByRole("heading", { level: 1, name: noticeTitle })).toBeVisible();
    await expect(before).toHaveCount(0);
    await expect(review(page)).toBeVisible();
  });

  test("two misses lead to paper, and the practice can allow another try", async ({
    page,
    context,
    harbor,
    therapist,
  }) => {
    const patient = await addedPatient(harbor, [entered(0), yes(0, electronic), asked(0, [notice])]);
    await openSessionIn(context, patient.email, "harbor");
    await openNotice(page, patient);
    await page.getByRole("link", { name: "Do this first" }).click();
    const digits = await readSample(page);
    const wrong = digits === "0000" ? "1111" : "0000";
    await typeDigits(page, "12");
    await expect(page.getByText("This was not counted as a try")).toBeVisible();
    await typeDigits(page, wrong);
    await expect(page.getByRole("alert").filter({ hasText: "You have one more try" })).toBeVisible();
    await typeDigits(page, wrong);
    const paper = page.getByRole("region", { name: onPaper });
    await expect(paper).toContainText("it is not your fault");
    await expect(paper).toContainText("(555) 010-0100");

    await expect(await boardRow(therapist, patient)).toContainText("on paper");
    await therapist.goto(routes.patient("harbor", patient.id));
    await therapist.getByRole("button", { name: "Try again in the room" }).click();
    await expect(therapist.getByText("can open a new sample file now")).toBeVisible();
    await page.reload();
    await typeDigits(page, await openSampleByItself(page));
    await expect(review(page)).toBeVisible();
  });

  test("who declines reads everything and gets it on paper, printed in their language", async ({
    page,
    context,
    harbor,
    therapist,
  }) => {
    const past = [entered(0), no(0, electronic), asked(0, [notice])];
    const patient = await addedPatient(harbor, past);
    await openSessionIn(context, patient.email, "harbor");
    await page.goto(routes.my("harbor"));
    await expect(page.getByText("Read it here; we give it to you on paper")).toBeVisible();
    await openNotice(page, patient);
    await expect(page.getByRole("region", { name: onPaper })).toContainText("You would rather have paper");
    await expect(page.getByRole("heading", { name: "What you can ask for" })).toBeVisible();
    await expect(review(page)).toHaveCount(0);

    await therapist.goto(`${routes.requests("harbor")}?q=${encodeURIComponent(patient.legalName)}`);
    const request = therapist.getByRole("row").filter({ hasText: patient.legalName });
    await expect(request).toContainText("on paper");
    await request.getByRole("link", { name: "Print" }).click();
    const sheet = therapist.getByRole("article");
    await expect(sheet.getByRole("heading", { level: 1, name: noticeTitle })).toBeVisible();
    await expect(sheet).toContainText("☐ Yes");
    await expect(sheet).toContainText(/Fingerprint of the text \(SHA-256\): [0-9a-f]{64}/);
  });

  test("after taking it back, new texts in writing come on paper and old copies stay", async ({
    page,
    context,
    harbor,
  }) => {
    const patient = await addedPatient(harbor, [
      entered(0),
      yes(0, electronic),
      openedSample(0),
      asked(0, [notice]),
    ]);
    await openSessionIn(context, patient.email, "harbor");
    await openNotice(page, patient);
    await page.getByRole("group").getByRole("radio", { name: "Yes" }).check();
    await review(page).click();
    await page.getByLabel("Type your full name").fill(patient.legalName);

    const other = await context.newPage();
    await other.goto(routes.myConsents("harbor"));
    const withdraw = other.getByRole("region", { name: "On screen instead of on paper" });
    await withdraw.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(other.getByRole("heading", { name: "Done" })).toBeVisible();

    await page.getByRole("button", { name: "Sign", exact: true }).click();
    await expect(page.getByText("You get this text on paper")).toBeVisible();
    await openNotice(page, patient);
    await expect(page.getByRole("region", { name: onPaper })).toContainText("You took back your yes");
    await page.goto(routes.myDocuments("harbor"));
    const copy = page.getByRole("link", { name: /Download/ }).first();
    await expect(copy).toBeVisible();
    await expectSealed(page, await downloaded(page, copy), "harbor");
  });
});

test("who declined can use electronic records after all", async ({ page, context, harbor }) => {
  const past = [entered(0), yes(0, electronic), back(0, electronic), asked(0, [notice])];
  const patient = await addedPatient(harbor, past);
  await openSessionIn(context, patient.email, "harbor");
  await openNotice(page, patient);
  await page.getByRole("link", { name: "I would like to use electronic records after all" }).click();
  await page.getByRole("button", { name: "I would like to use electronic records after all" }).click();
  await answer(page, agreed, patient.legalName);
  await page.getByRole("link", { name: "Next: open a sample, 1 minute" }).click();
  await typeDigits(page, await readSample(page));
  await page.getByRole("link", { name: `Go on with: ${noticeTitle}` }).click();
  await expect(review(page)).toBeVisible();
});

test("a sample that showed nothing is told to the practice", async ({ harbor, therapist }) => {
  const past = [entered(0), yes(0, electronic), asked(0, [notice]), missedSample(0)];
  const patient = await addedPatient(harbor, past);
  await therapist.goto(routes.patient("harbor", patient.id));
  await expect(therapist.getByText("On paper: the sample file could not be opened.")).toBeVisible();
});

test("without JavaScript, a patient agrees, opens a sample, and signs the notice", async ({
  harbor,
  plainPageOf,
}) => {
  const patient = await askedPatient(harbor, [electronic, notice]);
  const page = await plainPageOf(patient.email);
  await page.goto(routes.my("harbor"));
  await page.follow("Start");
  await plain.answer(page, agreed, patient.legalName);
  await page.follow("Next: open a sample, 1 minute");
  const digits = await openPlainSample(page);
  expect(page.html).toContain('<iframe title="Your sample"');
  await typePlainDigits(page, digits === "0000" ? "1111" : "0000");
  expect(page.text).toContain("You have one more try");
  await typePlainDigits(page, digits);
  await plain.answer(page, received, patient.legalName);
});

test("without JavaScript, who sees nothing is offered paper", async ({ harbor, plainPageOf }) => {
  const patient = await addedPatient(harbor, [entered(0), yes(0, electronic), asked(0, [notice])]);
  const page = await plainPageOf(patient.email);
  await page.goto(routes.request("harbor", (await requestOf(patient, notice)).id));
  await page.follow("Do this first");
  await openPlainSample(page);
  await page.press("It does not open, or I see nothing");
  expect(page.part("region", onPaper).text).toContain("(555) 010-0100");
});
