import { archived, entered } from "@/db/demo/story";
import { routes } from "@/lib/routes";
import { boardRow } from "./board";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { screens } from "./screens";

for (const { name, size } of screens) {
  test.describe(name, () => {
    test.use(size);

    test("a therapist asks one patient, sees it on the board, and takes the question back", async ({
      harbor,
      therapist,
    }) => {
      const patient = await addedPatient(harbor, [entered(0)]);
      await therapist.goto(routes.patient("harbor", patient.id));
      await therapist.getByRole("link", { name: "Ask…" }).first().click();
      await therapist.getByRole("checkbox", { name: "Recording our sessions" }).check();
      await therapist.getByRole("button", { name: "See who will be asked" }).click();
      const plan = therapist.getByRole("region", { name: "What will happen" });
      await expect(plan).toContainText("1 patient will be asked, 1 question");
      await expect(plan).toContainText(patient.legalName);
      await therapist.getByRole("button", { name: "Ask 1 patient" }).click();
      await expect(therapist.getByText("1 question was asked")).toBeVisible();
      await expect(await boardRow(therapist, patient)).toContainText(/(?<!not )asked \w+ \d+/);

      await therapist.goto(`${routes.requests("harbor")}?q=${encodeURIComponent(patient.legalName)}`);
      const request = therapist.getByRole("row").filter({ hasText: patient.legalName });
      await request.getByRole("button", { name: "Cancel request" }).click();
      await expect(request).toHaveCount(0);
      await expect(await boardRow(therapist, patient)).toContainText("not asked");
    });
  });
}

test("several patients are asked at once, and who is skipped is named with the reason", async ({
  harbor,
  pageOf,
}) => {
  const together = await addedPatient(harbor, [entered(0)]);
  const already = await addedPatient(harbor, [
    entered(0),
    { daysAgo: 0, what: "asked", keys: ["session-recording"], dueInDays: null },
  ]);
  const gone = await addedPatient(harbor, [entered(0), archived(0)]);
  const page = await pageOf("office@harbor.test");

  const chosen = [together, already, gone].map(({ id }) => `patient=${id}`).join("&");
  await page.goto(`${routes.ask("harbor")}?${chosen}`);
  await page.getByRole("checkbox", { name: "Recording our sessions" }).check();
  await page.getByRole("checkbox", { name: "E-mail about appointments" }).check();
  await page.getByRole("button", { name: "See who will be asked" }).click();

  const plan = page.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText("2 patients will be asked, 3 questions");
  await expect(plan.getByRole("listitem").filter({ hasText: already.legalName }).last()).toContainText(
    "Recording our sessions (already asked)",
  );
  await expect(plan).not.toContainText(gone.legalName);
  await page.getByRole("button", { name: "Ask 2 patients" }).click();
  await expect(page.getByText("3 questions were asked")).toBeVisible();
});

test("rows ticked on the board are those that will be asked", async ({ harbor, therapist }) => {
  const patient = await addedPatient(harbor, [entered(0)]);
  const row = await boardRow(therapist, patient);
  await row.getByRole("checkbox", { name: `Select ${patient.legalName}` }).check();
  await therapist.getByRole("button", { name: "Ask selected…" }).click();
  await expect(therapist.getByRole("heading", { name: "Ask patients" })).toBeVisible();
  await expect(therapist.getByRole("main").getByText(patient.legalName)).toBeVisible();
});

test("the board filters, searches and sorts, says how many, and how to undo it", async ({ therapist }) => {
  await therapist.goto(routes.board("harbor"));
  await therapist.getByRole("link", { name: /^Said no \d+/ }).click();
  await expect(therapist.getByRole("link", { name: /^Said no \d+/ })).toHaveAttribute("aria-current", "true");
  await expect(therapist.getByRole("row").filter({ hasText: "Gabriel Santos Lima" })).toBeVisible();
  await expect(therapist.getByRole("row").filter({ hasText: "Keiko Tanaka" })).toHaveCount(0);
  await expect(therapist.getByText(/^\d+ patients? of \d+, \d+ on this page\./)).toBeVisible();
  await therapist.getByRole("link", { name: "Show all" }).click();
  await expect(therapist.getByRole("row").filter({ hasText: "Keiko Tanaka" })).toBeVisible();

  await therapist.getByRole("link", { name: "longest wait first" }).click();
  await therapist.getByRole("row").filter({ hasText: "Keiko Tanaka" }).waitFor();
  await therapist.keyboard.press("/");
  await therapist.keyboard.type("wendy");
  await therapist.keyboard.press("Enter");
  await expect(therapist.getByRole("row").filter({ hasText: "Wendy Łukasz-Brown" })).toBeVisible();
  await expect(therapist.getByRole("row").filter({ hasText: "Keiko Tanaka" })).toHaveCount(0);
});
