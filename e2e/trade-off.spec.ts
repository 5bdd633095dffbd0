import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { checkedFact } from "@/lib/platforms/listed.fixture";
import { noteFact } from "@/lib/platforms/note-fact";
import { routes } from "@/lib/routes";
import { agreedWay } from "./agreed-way";
import { downloaded, expectSealed } from "./copies";
import { expect, test } from "./fixtures";

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

test("who reads what is different elsewhere and signs has a copy that no later fact changes", async ({
  page: visitor,
  pageOf,
}) => {
  const { practice, owner, patient, there, wishId } = await agreedWay();
  const page = await pageOf(patient.email, practice.slug);
  await page.goto(routes.readTradeOff(practice.slug, wishId));
  const title = "From Clearline to Otherline: what is different there";
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByText(/we meet on Otherline instead of on Clearline/)).toBeVisible();
  await expect(page.getByText(/Your yes is paused there, it is not lost/)).toBeVisible();
  await expect(page.getByRole("cell", { name: /not possible/ })).toContainText("checked on January 12, 2026");
  await expect(page.getByText("Privacy agreement with the company")).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "I have read it" }).click();
  await expect(page.getByText("By pressing Sign I confirm that I have read")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Type your full name").fill(patient.legalName);
  await page.getByLabel("Type your full name").press("Enter");
  await expect(page.getByRole("heading", { name: `Thank you, ${patient.calledName}.` })).toBeVisible();
  await expect(page.getByText("We meet on Otherline now.")).toBeVisible();
  const link = page.getByRole("link", { name: "Download signed copy" });
  await expect(link).toBeVisible();
  await expectAccessible(page);

  await noteFact(owner, checkedFact(there, { value: "yes" }));
  const file = await downloaded(page, link);
  const record = await expectSealed(page, file, practice.slug);
  expect(record).toMatchObject({ meaning: "acknowledges-trade-off", answer: { requestId: wishId } });
  expect(record.disclosure.body).toContain("**not possible.**");
  await page.reload();
  await page.getByText("What you read").click();
  await expect(page.getByRole("cell", { name: /not possible/ })).toBeVisible();

  await visitor.goto(routes.verify);
  await visitor.locator("input[type=file]").setInputFiles(file);
  await expect(visitor.getByText("Nothing in this file has changed since it was locked.")).toBeVisible();
  await expect(
    visitor.getByText("confirms having read what is different on another way to meet"),
  ).toBeVisible();
  await visitor.getByRole("button", { name: "Ask the server" }).click();
  await expect(visitor.getByText("Yes. They meet that way now.")).toBeVisible();
});

test("what changed while somebody read is shown again, and nothing is signed", async ({ pageOf }) => {
  const { practice, owner, patient, there, wishId } = await agreedWay();
  const page = await pageOf(patient.email, practice.slug);
  await page.goto(routes.readTradeOff(practice.slug, wishId));
  await page.getByRole("button", { name: "I have read it" }).click();
  await noteFact(owner, checkedFact(there, { value: "partly" }));
  await page.getByLabel("Type your full name").fill(patient.legalName);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Nothing has been signed" })).toBeVisible();
  await expect(page.getByRole("cell", { name: /partly possible/ })).toBeVisible();
});

test("without JavaScript it is read and signed just the same", async ({ plainPageOf }) => {
  const { practice, patient, wishId } = await agreedWay([]);
  const page = await plainPageOf(patient.email, practice.slug);
  await page.goto(routes.readTradeOff(practice.slug, wishId));
  await page.press("I have read it");
  await page.press("Sign");
  expect(page.text).toContain("Please type a name.");
  page.fill("Type your full name", patient.legalName);
  await page.press(page.byEnter("Type your full name"));
  page.one("heading", `Thank you, ${patient.calledName}.`);
});
