import { asked, entered } from "@/demo/story";
import { routes } from "@/lib/routes";
import { boardRow } from "./board";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { phone } from "./screens";

test("opening a patient is in the trail, and the patient sees who did, on which day and why", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [entered(0), asked(0, ["email-scheduling"], null)]);
  const page = await pageOf(patient.email);
  await page.setViewportSize(phone.viewport);

  await boardRow(therapist, patient);
  await page.goto(routes.myActivity("harbor"));
  await page.getByRole("link", { name: "Show only when others opened it" }).click();
  await expect(page.getByText("Nobody else has opened your page or a document.")).toBeVisible();

  await therapist.getByRole("link", { name: patient.legalName }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: patient.legalName })).toBeVisible();
  const office = await pageOf("office@harbor.test");
  await office.goto(routes.patient("harbor", patient.id));

  await page.reload();
  const today = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "America/Los_Angeles" });
  const day = page.getByRole("region", { name: today.format(new Date()) });
  await expect(day.getByRole("listitem")).toHaveCount(2);
  await expect(day.getByRole("listitem").last()).toContainText(
    "Dr. Elena Reyes opened your page, as your therapist",
  );
  await expect(day.getByRole("listitem").first()).toContainText(
    "Nina Walsh opened your page, for the office",
  );

  await therapist.goto(`${routes.audit("harbor")}?patient=${patient.id}`);
  const opened = therapist.getByRole("row").filter({ hasText: "as the treating therapist" });
  await expect(opened).toContainText("Dr. Elena Reyes opened");
  await expect(opened.getByText(patient.legalName, { exact: true })).toBeVisible();
});

test("the trail filters by kind, person and patient, and can be checked at a press", async ({ pageOf }) => {
  const page = await pageOf("owner@harbor.test");
  await page.goto(routes.audit("harbor"));
  await page.getByLabel("Kind").selectOption("Answer: no");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("row").filter({ hasText: "said no to" }).first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "signed in by e-mail" })).toHaveCount(0);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(routes.audit("harbor"));
  await page.getByLabel("Done by").selectOption("Tom Becker");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Tom Becker" }).first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Nina Walsh" })).toHaveCount(0);

  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL(routes.audit("harbor"));
  await page.getByLabel("Patient").fill("lukasz");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Wendy" }).first()).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Ana María Ruiz" })).toHaveCount(0);

  await page.getByRole("button", { name: "Check the history now" }).click();
  await expect(page.getByRole("status").filter({ hasText: /entries/ })).toContainText("hold");
});
