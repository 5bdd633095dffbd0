import { readFile } from "node:fs/promises";
import { asked, entered, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { boardRow } from "./board";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { makePractice } from "./practices";

const recording = "session-recording";

test("who was not asked about one disclosure is found from its count, and asked together", async ({
  pageOf,
}) => {
  const practice = await makePractice([recording, "email-scheduling"]);
  const [first, second] = [await addedPatient(practice, [entered(0)]), await addedPatient(practice)];
  const already = await addedPatient(practice, [entered(0), asked(0, [recording], null)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.disclosures(practice.slug));
  const text = page.getByRole("row").filter({ hasText: "Recording our sessions" });
  await text.getByRole("link", { name: "Not asked: 2" }).click();
  await expect(page.getByText("2 patients of 3 about “Recording our sessions”")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: already.legalName })).toHaveCount(0);

  await page.getByRole("link", { name: "Ask these 2…" }).click();
  await expect(page.getByRole("checkbox", { name: "Recording our sessions" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "E-mail about appointments" })).not.toBeChecked();
  await page.getByRole("button", { name: "See who will be asked" }).click();
  const plan = page.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText("2 patients will be asked, 2 questions");
  await expect(plan).toContainText(first.legalName);
  await expect(plan).toContainText(second.legalName);
});

test("a column's head narrows the board to its disclosure, and so does the choice beside the search", async ({
  pageOf,
}) => {
  const practice = await makePractice([recording, "email-scheduling"]);
  const done = await addedPatient(practice, [entered(0), yes(0, "email-scheduling")]);
  await addedPatient(practice, [entered(0)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.board(practice.slug));
  await expect(page.getByRole("link", { name: "Not asked 2" })).toBeVisible();
  await page.getByRole("columnheader").getByRole("link", { name: "E-mail about appointments" }).click();
  await expect(page.getByRole("link", { name: "Not asked 1" })).toBeVisible();
  const saidYes = page.getByRole("link", { name: "Said yes 1" });
  await saidYes.click();
  await expect(saidYes).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("row").filter({ hasText: done.legalName })).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask these" })).toHaveCount(0);

  await page.getByLabel("About which text").selectOption("All texts");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("link", { name: "Not asked 2" })).toBeVisible();
});

test("about one text the board has a column for each use, and its file follows the filters", async ({
  pageOf,
}) => {
  const practice = await makePractice([recording, "email-scheduling"]);
  const allowing = await addedPatient(practice, [entered(0), yes(0, recording, ["look-back"])]);
  const silent = await addedPatient(practice, [entered(0)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  const uses = "I look back at a session,You watch it again,Students learn from it";
  const fileShows = async (row: string) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export as CSV" }).click();
    const file = await readFile(await (await download).path(), "utf8");
    expect(file.startsWith("\uFEFF")).toBe(true);
    const [head, ...rows] = file.trim().split(/\r?\n/);
    expect(head).toBe(`Patient,Called,Phone,Recording our sessions,${uses},Next step`);
    expect(rows).toEqual([row]);
  };
  await page.goto(`${routes.board(practice.slug)}?text=${practice.texts.get(recording)}&show=not-asked`);
  await fileShows(`${silent.legalName},Mira,,not asked,,,,Ask`);

  await page.goto(`${routes.board(practice.slug)}?text=${practice.texts.get(recording)}`);
  await page.getByLabel("Who allows which use").selectOption({ label: "Yes to: I look back at a session" });
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("1 patient of 2 about “Recording our sessions”")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: allowing.legalName })).toContainText("1 of 3 uses");
  await fileShows(`${allowing.legalName},Mira,,1 of 3 uses,yes,no,no,`);
});

test("rows ticked on the board are those that will be asked; with none it says so and stays", async ({
  harbor,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [entered(0)]);
  const row = await boardRow(therapist, patient);
  await therapist.getByRole("button", { name: "Ask selected…" }).click();
  await expect(therapist.getByText("Nobody is ticked.")).toBeVisible();
  await row.getByRole("checkbox", { name: `Select ${patient.legalName}` }).check();
  await expect(therapist.getByText("Nobody is ticked.")).toHaveCount(0);
  await therapist.getByRole("button", { name: "Ask 1 selected…" }).click();
  await expect(therapist.getByRole("heading", { name: "Ask patients" })).toBeVisible();
  const chosen = therapist.getByRole("main").getByText(patient.legalName).filter({ visible: true });
  await expect(chosen).toHaveCount(1);
});

test("who is ticked stays ticked while one looks for others, until they are asked or unticked", async ({
  pageOf,
}) => {
  const practice = await makePractice([recording, "email-scheduling"]);
  const [first, second, third] = [
    await addedPatient(practice, [entered(0)]),
    await addedPatient(practice, [entered(0)]),
    await addedPatient(practice, [entered(0)]),
  ];
  const page = await pageOf(practice.ownerEmail, practice.slug);
  const boxOf = ({ legalName }: { legalName: string }) =>
    page.getByRole("checkbox", { name: `Select ${legalName}` });
  await boardRow(page, first);
  await boxOf(first).check();
  await boardRow(page, second);
  await expect(page.getByText("1 ticked patient is not in this view")).toBeVisible();
  await boxOf(second).check();
  await page.goto(`${routes.board(practice.slug)}?show=not-asked`);
  await expect(boxOf(first)).toBeChecked();
  await expect(boxOf(third)).not.toBeChecked();

  await page.getByRole("button", { name: "Ask 2 selected…" }).click();
  const recordingBox = page.getByRole("checkbox", { name: "Recording our sessions" });
  await recordingBox.check();
  await page.getByRole("button", { name: "See who will be asked" }).click();
  const plan = page.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText("2 patients will be asked, 2 questions");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(boxOf(second)).toBeChecked();
  await boxOf(third).check();
  await page.getByRole("button", { name: "Ask 3 selected…" }).click();
  await expect(recordingBox).toBeChecked();
  await page.getByRole("button", { name: "See who will be asked" }).click();
  await page.getByRole("button", { name: "Ask 3 patients" }).click();
  await expect(page.getByText("3 questions were asked")).toBeVisible();
  await page.goto(routes.board(practice.slug));
  await expect(boxOf(first)).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Ask selected…" })).toBeVisible();
});

test("however far one scrolls, the heads of the columns and what to do with a selection stay in sight", async ({
  harbor,
  therapist,
}) => {
  await therapist.setViewportSize({ width: 1280, height: 600 });
  await therapist.goto(routes.board("harbor"));
  await therapist.getByRole("row").last().scrollIntoViewIfNeeded();
  await expect(therapist.getByRole("heading", { name: "Consents" })).not.toBeInViewport();
  await expect(therapist.getByRole("columnheader", { name: "Next step" })).toBeInViewport({ ratio: 1 });
  await expect(therapist.getByRole("button", { name: "Ask selected…" })).toBeInViewport({ ratio: 1 });

  const { id } = await addedPatient(harbor, [entered(0)]);
  await therapist.goto(`${routes.patient("harbor", id)}#text-${harbor.texts.get(recording)}`);
  await expect(async () => {
    const head = await therapist.getByRole("columnheader", { name: "Where it stands" }).first().boundingBox();
    const line = await therapist.locator(":target").boundingBox();
    if (!head || !line) throw new Error("The line one came for is not there.");
    expect(line.y).toBeGreaterThan(head.y + head.height - 1);
    expect(line.y).toBeLessThan(200);
  }).toPass();
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
  await expect(therapist).toHaveURL(/sort=/);
  await therapist.keyboard.press("/");
  await therapist.keyboard.type("wendy");
  await therapist.keyboard.press("Enter");
  await expect(therapist.getByRole("row").filter({ hasText: "Wendy Łukasz-Brown" })).toBeVisible();
  await expect(therapist.getByRole("row").filter({ hasText: "Keiko Tanaka" })).toHaveCount(0);
});
