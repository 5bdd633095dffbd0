import { readFile } from "node:fs/promises";
import { asked, entered, openedSample, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { answer } from "./answering";
import { boardRow } from "./board";
import { downloaded } from "./copies";
import { expect, test } from "./fixtures";
import { newestMail } from "./mailbox";
import { addedPatient, asSeen, newSurname } from "./people";
import { makePractice } from "./practices";
import { withoutQuietHours } from "./quiet-hours";

const notice = "privacy-notice";

test("an answer noted by mistake says so on both sides, and can be asked again", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [entered(0), yes(0, "email-scheduling")]);
  await therapist.goto(routes.patient("harbor", patient.id));
  const row = therapist.getByRole("row").filter({ hasText: "E-mail about appointments" });
  await row.getByRole("button", { name: "Noted by mistake…" }).click();
  await row.getByRole("button", { name: "Mark as noted by mistake" }).click();
  await expect(row.getByRole("alert")).toContainText("Please say what went wrong");
  await row.getByLabel("What went wrong?").fill("Her sister held the tablet.");
  await row.getByRole("button", { name: "Mark as noted by mistake" }).click();
  await expect(row).toContainText("Her sister held the tablet.");
  await expect(row.getByRole("link", { name: "Ask again" })).toBeVisible();
  await expect(await boardRow(therapist, patient)).toContainText("noted by mistake");

  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  const consent = page.getByRole("region", { name: "E-mail about appointments" });
  await expect(consent).toContainText("Noted by mistake");
  await expect(consent.getByRole("link", { name: "Download signed copy" })).toBeVisible();
  await expect(page.getByText("Her sister")).toHaveCount(0);
  await page.goto(routes.myActivity("harbor"));
  await expect(page.getByText("was entered by mistake")).toBeVisible();
});

test("after the address was corrected, what waits is sent to the new one with one press", async ({
  pageOf,
}) => {
  const practice = await makePractice(["email-scheduling"]);
  await withoutQuietHours(practice);
  const patient = await addedPatient(practice, [entered(0), asked(0, ["email-scheduling"], null)]);
  const desk = await pageOf(practice.ownerEmail, practice.slug);
  await desk.goto(routes.editPatient(practice.slug, patient.id));
  const email = `${newSurname().toLowerCase()}@patients.test`;
  await desk.getByLabel("E-mail", { exact: true }).fill(email);
  await desk.getByRole("button", { name: "Save the changes" }).click();
  const send = desk.getByRole("button", { name: "Send the waiting question to the new address" });
  await send.click();
  const said = desk.getByRole("status").filter({ hasText: "Sent again to" });
  await expect(said).toContainText(patient.legalName, asSeen);
  await expect(send).toHaveCount(0);
  await desk
    .getByRole("row")
    .filter({ hasText: "E-mail about appointments" })
    .getByRole("button", { name: "Send again" })
    .click();
  await expect(
    desk.getByText(
      "A mail about this is on its way, waits for the morning, or arrived less than an hour ago.",
    ),
  ).toBeVisible();
  await newestMail(desk, email, 0, "A question for you");
});

test("a notice that could not be confirmed ends with what was tried, and may be confirmed later", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [
    ...[entered(0), yes(0, "electronic-records"), openedSample(0)],
    asked(0, [notice], null),
  ]);
  await therapist.goto(routes.patient("harbor", patient.id));
  const row = therapist.getByRole("row").filter({ hasText: "Notice of privacy practices" });
  await row.getByRole("button", { name: "Close without a confirmation…" }).click();
  await row.getByLabel("They could not confirm").check();
  await row.getByLabel("What was tried?").fill("Offered on two visits; left in a hurry.");
  await row.getByRole("button", { name: "Note it" }).click();
  await expect(therapist.getByText("Offered on two visits; left in a hurry.")).toBeVisible();
  await expect(await boardRow(therapist, patient)).toContainText("could not answer");

  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await expect(page.getByText("Nothing depends on it.")).toBeVisible();
  await page.getByRole("link", { name: "Read it, and confirm if you wish" }).click();
  await answer(page, { "I received this notice": "Yes" }, patient.legalName);
  await page.goto(routes.myConsents("harbor"));
  await expect(page.getByText(/^You confirmed on/)).toBeVisible();
});

test("an agreement from before is filed with its paper and shown as what it is", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [entered(0)]);
  await therapist.goto(routes.patient("harbor", patient.id));
  const part = therapist.getByRole("region", { name: "Agreed before" });
  await part.getByRole("button", { name: "File an earlier agreement…" }).click();
  await part.getByLabel("About which text").selectOption({ label: "Recording our sessions" });
  await part.getByLabel("On which day").fill("2024-03-01");
  await part.getByLabel("What was agreed to").fill("I look back\nStudents");
  await part.getByRole("button", { name: "File it" }).click();
  await expect(part.getByRole("alert")).toContainText("Please choose the file");
  const choose = async (name: string, bytes: Buffer) => {
    const choosing = therapist.waitForEvent("filechooser");
    await part.getByLabel("The file that shows it").click();
    await (await choosing).setFiles({ name, mimeType: "application/pdf", buffer: bytes });
    await part.getByRole("button", { name: "File it" }).click();
  };
  await choose("consent.pdf", Buffer.from("<script>alert(1)</script>"));
  await expect(part.getByRole("alert")).toContainText("neither a PDF nor a PNG or JPEG");
  const scan = Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(3_000_000, 65)]);
  await choose("consent 2024.pdf", scan);
  await expect(part).toContainText("agreed on paper, not signed here: I look back; Students");
  await expect(await boardRow(therapist, patient)).toContainText("not asked");

  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await expect(page.getByText("Agreed on paper on Mar 1, 2024; not signed here.")).toBeVisible();
  const link = page.getByRole("link", { name: "Download the file" });
  const address = (await link.getAttribute("href")) ?? "";
  const { status, headers } = await page.evaluate(async (at) => {
    const response = await fetch(at);
    return { status: response.status, headers: Object.fromEntries(response.headers) };
  }, address);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ "content-type": "application/pdf", "x-content-type-options": "nosniff" });
  expect(headers["content-disposition"]).toMatch(
    /^attachment; filename="[^"]+_\d{4}-\d\d-\d\d\.pdf"; filename\*=UTF-8/,
  );
  expect((await readFile(await downloaded(page, link))).equals(scan)).toBe(true);
  await page.goto(routes.myActivity("harbor"));
  await expect(page.getByText("You opened an agreement from before").first()).toBeVisible();
});
