import type { Page } from "@playwright/test";
import { asked, entered } from "@/demo/story";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { codeIn, linkIn, newestMail } from "./mailbox";
import { addedPatient, requestOf } from "./people";
import { phone } from "./screens";

test.use(phone);

async function askForLink(page: Page, address: string) {
  await page.goto(routes.signIn);
  await page.getByLabel("Email").fill(address);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
}

test("a mail scanner that fetches the link first does not use it up", async ({ page, request, harbor }) => {
  const { email } = await addedPatient(harbor, [entered(0)]);
  await askForLink(page, email);
  const link = linkIn(await newestMail(page, email));
  const address = (await link.getAttribute("href")) ?? "";

  for (const look of [request.get, request.head, request.get]) {
    expect((await look.call(request, address)).status()).toBe(200);
  }
  await link.click();
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("heading", { name: /, Mira$/ })).toBeVisible();
});

test("the link of a question is good as long as it waits, with the date of birth on each device", async ({
  page,
  request,
  harbor,
  browser,
}) => {
  const patient = await addedPatient(harbor, [entered(0), asked(0, ["email-scheduling"], null)]);
  const [year = "", month = "", day = ""] = patient.dateOfBirth.split("-");
  const link = linkIn(await newestMail(page, patient.email, 0, "A question for you"));
  const address = (await link.getAttribute("href")) ?? "";
  for (const look of [request.get, request.head, request.get]) {
    expect((await look.call(request, address)).status()).toBe(200);
  }
  await link.click();
  await expect(page.getByRole("heading", { name: "A question for you" })).toBeVisible();
  await expect(page.getByText("E-mail about appointments")).toHaveCount(0);
  await expect(page.getByText(patient.calledName, { exact: true })).toHaveCount(0);
  await page.getByLabel("Month").fill(month);
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("Year").fill(year);
  await page.getByRole("button", { name: "Read the question" }).click();
  await expect(page.getByRole("heading", { name: "E-mail about appointments" })).toBeVisible();

  const forwarded = await (await browser.newContext()).newPage();
  await forwarded.goto(address);
  await expect(forwarded.getByRole("heading", { name: "A question for you" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "E-mail about appointments" })).toBeVisible();

  await cancelRequest(harbor.staff.owner, (await requestOf(patient, "email-scheduling")).id);
  await forwarded.goto(address);
  await expect(forwarded.getByRole("heading", { name: "This question no longer waits" })).toBeVisible();
  await expect(forwarded.getByRole("button", { name: "Send me a sign-in link" })).toBeVisible();
});

test("a link used twice offers a fresh one, which leads to the same page", async ({
  page,
  harbor,
  browser,
}) => {
  const { email } = await addedPatient(harbor, [entered(0)]);
  await page.goto(routes.myDocuments("harbor"));
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  const link = linkIn(await newestMail(page, email));
  const address = (await link.getAttribute("href")) ?? "";
  await link.click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "My documents" })).toBeVisible();

  const later = await (await browser.newContext()).newPage();
  await later.goto(address);
  await expect(later.getByRole("heading", { name: "This link has been used" })).toBeVisible();
  await later.getByRole("button", { name: "Send me a fresh link" }).click();
  await expect(later.getByText("A mail is on its way to the same mailbox as before.")).toBeVisible();
  await linkIn(await newestMail(later, email, 1)).click();
  await later.getByRole("button", { name: "Sign in" }).click();

  await expect(later.getByRole("heading", { name: "My documents" })).toBeVisible();
});

test("who got no mail asks for another at a press", async ({ page, context, harbor }) => {
  const { email } = await addedPatient(harbor, [entered(0)]);
  await askForLink(page, email);
  await newestMail(page, email);
  await page.goto(routes.signInCode);
  await page.getByRole("button", { name: "Send a new mail" }).click();
  // The page answers with itself: what is on its way is looked for elsewhere.
  await newestMail(await context.newPage(), email, 1);

  await page.goto(`${routes.devMail}?to=${encodeURIComponent(email)}`);
  await expect(page.getByRole("article")).toHaveCount(2);
});

test("the six digits of the mail let in, and a wrong code gets its sentence", async ({
  page,
  context,
  harbor,
}) => {
  const { email } = await addedPatient(harbor, [entered(0)]);
  await askForLink(page, email);
  const code = await codeIn(await newestMail(await context.newPage(), email));

  await page.getByLabel("Code").fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").getByText("This code does not fit")).toBeVisible();

  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: /, Mira$/ })).toBeVisible();
});

test("an unknown address is answered like a known one", async ({ page }) => {
  await askForLink(page, "nobody-here@patients.test");
  await expect(page.getByText("If nobody-here@patients.test is known to a practice here")).toBeVisible();
});
