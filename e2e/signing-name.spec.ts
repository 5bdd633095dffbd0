import type { Page } from "@playwright/test";
import { routes } from "@/lib/routes";
import { choose, review, sign } from "./answering";
import { expect, test } from "./fixtures";
import { askedPatient, asSeen, type StoryPatient } from "./people";
import type { StoryPractice } from "./practices";
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

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ ...phone, javaScriptEnabled });

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
      await page.getByRole("button", { name: "Change", exact: true }).click();
      const name = page.getByLabel("Type your full name");
      await expect(name).toHaveValue("Mickey Mouse");
      await name.fill(patient.legalName);
      await page.getByRole("button", { name: /^Sign/ }).last().click();
      await expect(page.getByText("You said yes", { exact: false })).toBeVisible();

      await therapist.goto(routes.patient("harbor", patient.id));
      const row = therapist.getByRole("row").filter({ hasText: "How we meet by video" });
      await expect(row).toContainText(`Signed “${patient.legalName}”, typed`, asSeen);
      await expect(row).not.toContainText("another name");
    });
  });
}
