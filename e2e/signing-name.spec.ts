import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { choose, review, sign } from "./answering";
import { expect, type PlainPageOf, test } from "./fixtures";
import { askedPatient, asSeen, type StoryPatient } from "./people";
import * as plain from "./plain-answering";
import type { StoryPractice } from "./practices";
import { demoStaff } from "./practices";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

async function signAsMickey(harbor: StoryPractice, page: Page): Promise<StoryPatient> {
  const patient = await askedPatient(harbor, ["video-platform"]);
  const { email, legalName } = patient;
  await openSessionIn(page.context(), email, "harbor");
  await page.goto(routes.my("harbor"));
  await page.getByRole("link", { name: "Start" }).click();
  await choose(page, { "Sessions by Zoom": "Yes" });
  await review(page);
  await sign(page, "Mickey Mouse");
  const asked = `The practice knows you as ${legalName}. Do you want to sign as Mickey Mouse?`;
  await expect(page.getByText(asked)).toBeVisible();
  await expect(page.getByLabel("Type your full name")).toHaveValue("Mickey Mouse");
  return patient;
}

test.describe("on a phone", () => {
  test.use(phone);

  test("a name nobody here knows is asked about once, and signed with all the same", async ({
    page,
    harbor,
    therapist,
  }) => {
    const patient = await signAsMickey(harbor, page);
    await page.getByRole("button", { name: "Sign like this" }).click();
    await expect(page.getByRole("heading", { name: "Thank you, Mira." })).toBeVisible();

    await therapist.goto(routes.patient("harbor", patient.id));
    const row = therapist.getByRole("row").filter({ hasText: "How we meet by video" });
    await expect(row).toContainText("Signed “Mickey Mouse”, typed", asSeen);
    await expect(row).toContainText("On record here under another name");
  });

  test("the name can be changed, and what was chosen stays", async ({ page, harbor, therapist }) => {
    const patient = await signAsMickey(harbor, page);
    await page.getByLabel("Type your full name").press("Enter");
    await expect(page.getByText("Do you want to sign as Mickey Mouse?").locator("..")).toBeFocused();
    await page.getByRole("button", { name: "Change", exact: true }).click();
    const name = page.getByLabel("Type your full name");
    await expect(name).toHaveValue("Mickey Mouse");
    await name.fill(patient.legalName);
    await expect(page.getByText("Do you want to sign as", { exact: false })).toBeHidden();
    await sign(page);
    await expect(page.getByText("You said yes", { exact: false })).toBeVisible();

    await therapist.goto(routes.patient("harbor", patient.id));
    const row = therapist.getByRole("row").filter({ hasText: "How we meet by video" });
    await expect(row).toContainText(`Signed “${patient.legalName}”, typed`, asSeen);
    await expect(row).not.toContainText("another name");
  });
});

async function signPlainAsMickey(harbor: StoryPractice, plainPageOf: PlainPageOf) {
  const patient = await askedPatient(harbor, ["video-platform"]);
  const page = await plainPageOf(patient.email);
  await page.goto(routes.my("harbor"));
  await page.follow("Start");
  plain.choose(page, { "Sessions by Zoom": "Yes" });
  await plain.review(page);
  await plain.sign(page, "Mickey Mouse");
  expect(page.text).toContain(
    `The practice knows you as ${patient.legalName}. Do you want to sign as Mickey Mouse?`,
  );
  expect(page.field("Type your full name").value).toBe("Mickey Mouse");
  return { patient, page };
}

async function rowOf(patient: StoryPatient, plainPageOf: PlainPageOf): Promise<string> {
  const desk = await plainPageOf(demoStaff.therapist);
  await desk.goto(routes.patient("harbor", patient.id));
  return desk.partWith("row", "How we meet by video").text;
}

test.describe("without JavaScript", () => {
  test("a name nobody here knows is asked about once, and signed with all the same", async ({
    harbor,
    plainPageOf,
  }) => {
    const { patient, page } = await signPlainAsMickey(harbor, plainPageOf);
    await page.press("Sign like this");
    page.one("heading", "Thank you, Mira.");
    const row = await rowOf(patient, plainPageOf);
    expect(row).toMatch(/Signed “[^”]*Mickey Mouse[^”]*”, typed/);
    expect(row).toContain("On record here under another name");
  });

  test("the name can be changed, and what was chosen stays", async ({ harbor, plainPageOf }) => {
    const { patient, page } = await signPlainAsMickey(harbor, plainPageOf);
    await page.press(page.byEnter("Type your full name"));
    expect(page.text).toContain("Do you want to sign as Mickey Mouse?");
    await page.press("Change");
    expect(page.field("Type your full name").value).toBe("Mickey Mouse");
    page.fill("Type your full name", patient.legalName);
    await page.press(page.all("button", /^Sign/).at(-1) ?? "Sign");
    expect(page.text).toContain("You said yes");
    const row = await rowOf(patient, plainPageOf);
    expect(row).toMatch(new RegExp(`Signed “[^”]*${patient.legalName}[^”]*”, typed`));
    expect(row).not.toContain("another name");
  });
});
