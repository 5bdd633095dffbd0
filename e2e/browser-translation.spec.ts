import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { drawnText } from "@/lib/paper/drawn-text";
import { routes } from "@/lib/routes";
import { choiceOf, choose, firstAnswers } from "./answering";
import { translate } from "./browser-translation";
import { downloaded, expectSealed } from "./copies";
import { expect, test } from "./fixtures";
import { askedPatient, type StoryPatient } from "./people";
import type { StoryPractice } from "./practices";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

const told = "Your browser shows other words here than ours";

test.use(phone);

/** With its scripts there: without them nobody can say what a browser shows. */
async function openQuestion(page: Page, harbor: StoryPractice): Promise<StoryPatient> {
  const patient = await askedPatient(harbor, ["session-recording"]);
  await openSessionIn(page.context(), patient.email, harbor.slug);
  await page.goto(routes.my(harbor.slug));
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page.getByRole("button", { name: "No to all of these" })).toBeVisible();
  return patient;
}

test.describe("a browser that translates what is read", () => {
  test("is told to the reader, stands in the record and its pages, and is seen at the desk", async ({
    page,
    therapist,
    harbor,
  }) => {
    const patient = await openQuestion(page, harbor);
    await choose(page, firstAnswers);
    await expect(page.getByText(told)).toHaveCount(0);
    await translate(page.getByRole("main"));
    // What the reader is told is translated with the rest, so it is known by the offer that is not.
    await expect(page.getByRole("button", { name: "Leer nuestro texto en español" })).toBeVisible();

    await page.getByRole("radio").first().press("Enter");
    await page.getByRole("textbox").fill(patient.legalName);
    await page.getByRole("textbox").press("Enter");
    await page.waitForURL(/\/done/);
    await page.reload();
    const copy = await downloaded(page, page.getByRole("link", { name: "Download signed copy" }));
    const record = await expectSealed(page, copy, "harbor");
    expect(record.evidence.rewritten).toBe(true);
    expect((await drawnText(await readFile(copy))).join(" ")).toContain("the browser showed other words");

    await therapist.goto(routes.patient(harbor.slug, patient.id));
    const row = therapist.getByRole("row").filter({ hasText: "Recording our sessions" });
    await expect(row).toContainText("Their browser showed other words than ours");
  });

  test("is told where it wrote over one sentence of the text alone", async ({ page, harbor }) => {
    await openQuestion(page, harbor);
    await expect(page.getByText(told)).toHaveCount(0);
    await translate(page.getByText("You need not be sure.", { exact: false }));
    await expect(page.getByRole("status").filter({ hasText: told })).toBeVisible();
  });

  test("gives way to the practice's own text, and then nothing of it is told or kept", async ({
    page,
    harbor,
  }) => {
    const patient = await openQuestion(page, harbor);
    await choose(page, firstAnswers);
    await translate(page.getByRole("main"));
    await page.getByRole("button", { name: "Leer nuestro texto en español" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "Grabar nuestras sesiones" })).toBeVisible();
    await expect(page.getByRole("button", { name: "No a todo esto" })).toBeVisible();
    await expect(page.getByText("Su navegador muestra", { exact: false })).toHaveCount(0);
    await expect(page.getByText("mot", { exact: true })).toHaveCount(0);
    await expect(choiceOf(page, "Yo repaso una sesión").getByRole("radio", { name: "Sí" })).toBeChecked();
    await page.getByRole("button", { name: "Revisar mis respuestas" }).click();
    await page.getByLabel("Escriba su nombre completo").fill(patient.legalName);
    await page.getByRole("button", { name: "Firmar", exact: true }).click();
    const copy = await downloaded(page, page.getByRole("link", { name: "Descargar la copia firmada" }));
    const record = await expectSealed(page, copy, "harbor");
    expect(record.language).toBe("es");
    expect(record.evidence).not.toHaveProperty("rewritten");
  });
});
