import type { BrowserContext, Locator, Page } from "@playwright/test";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { routes } from "@/lib/routes";
import { answer, choiceOf, choose, review, sign } from "./answering";
import { expect, test } from "./fixtures";
import { askedPatient, requestOf } from "./people";
import type { StoryPractice } from "./practices";
import { phone } from "./screens";
import { openSessionIn } from "./sessions";

const recording = "session-recording";
const answers = {
  "I look back at a session": "Yes",
  "You watch it again": "No",
  "A colleague here advises me": "No",
  "Students learn from it": "No",
} as const;

async function readQuestion(harbor: StoryPractice, context: BrowserContext, page: Page) {
  const patient = await askedPatient(harbor, [recording]);
  const path = routes.request("harbor", (await requestOf(patient, recording)).id);
  await openSessionIn(context, patient.email, "harbor");
  await page.goto(path);
  return { patient, path };
}

test.describe("on a phone", () => {
  test.use(phone);

  test("a use left open is asked for, and what was chosen is kept", async ({ harbor, context, page }) => {
    await readQuestion(harbor, context, page);
    await choose(page, { "I look back at a session": "Yes", "Students learn from it": "No" });
    await page.getByRole("button", { name: "Review my answers" }).click();

    await expect(page.getByRole("alert").filter({ hasText: "Please answer Yes or No" })).toBeVisible();
    await expect(choiceOf(page, "I look back").getByRole("radio", { name: "Yes" })).toBeChecked();
    await expect(choiceOf(page, "Students learn").getByRole("radio", { name: "No" })).toBeChecked();
    await expect(choiceOf(page, "You watch it again").getByRole("radio", { checked: true })).toHaveCount(0);
  });

  test("a name of spaces, or with letters no document can show, is refused with its sentence", async ({
    harbor,
    context,
    page,
  }) => {
    const { patient } = await readQuestion(harbor, context, page);
    await choose(page, answers);
    await review(page);
    await sign(page, "   ");
    await expect(page.getByRole("alert").filter({ hasText: "Please type a name." })).toBeVisible();
    await sign(page, "Mira 你好");
    await expect(page.getByRole("alert").filter({ hasText: "no letter for “你”" })).toBeVisible();
    await expect(page.getByLabel("Type your full name")).toHaveValue("Mira 你好");
    expect((await requestOf(patient, recording)).answer).toBeNull();

    await sign(page, patient.legalName);
    await expect(page.getByText("You said yes to one use and no to three.")).toBeVisible();
  });

  test("a drawing of one point is refused, and the typed name is kept", async ({ harbor, context, page }) => {
    const { patient } = await readQuestion(harbor, context, page);
    await choose(page, answers);
    await review(page);
    await page.getByLabel("Type your full name").fill(patient.legalName);
    await page.getByRole("button", { name: "Draw it as well" }).click();
    const area = page.getByRole("img", { name: /^Draw your signature here/ });
    await area.click();
    await sign(page);
    await expect(
      page.getByRole("alert").filter({ hasText: "only a dot or a very short line" }),
    ).toBeVisible();
    await expect(page.getByLabel("Type your full name")).toHaveValue(patient.legalName);
    expect((await requestOf(patient, recording)).answer).toBeNull();
  });
});

test("a signature is drawn under the finger, and stays when the phone is turned", async ({
  harbor,
  context,
  page,
}) => {
  const { patient } = await readQuestion(harbor, context, page);
  await choose(page, answers);
  await review(page);
  await page.getByLabel("Type your full name").fill(patient.legalName);
  await page.getByRole("button", { name: "Draw it as well" }).click();
  const area = page.getByRole("img", { name: /^Draw your signature here/ });
  await page.setViewportSize({ width: 390, height: 800 });
  await draw(page, area, [
    [0.1, 0.5],
    [0.3, 0.2],
    [0.5, 0.8],
  ]);
  await page.setViewportSize({ width: 800, height: 390 });
  await draw(page, area, [
    [0.6, 0.5],
    [0.7, 0.3],
    [0.9, 0.6],
  ]);
  expect(await strokesShown(area)).toEqual([
    ["0.10", "0.50", "0.50", "0.80"],
    ["0.60", "0.50", "0.90", "0.60"],
  ]);
  await sign(page);
  await expect(page.getByText("You said yes to one use and no to three.")).toBeVisible();
});

async function draw(page: Page, area: Locator, [start, ...rest]: [across: number, down: number][]) {
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  if (!box || !start) throw new Error("There is nowhere to draw");
  const at = ([across, down]: [number, number]) =>
    [box.x + box.width * across, box.y + box.height * down] as const;
  await page.mouse.move(...at(start));
  await page.mouse.down();
  for (const point of rest) await page.mouse.move(...at(point), { steps: 4 });
  await page.mouse.up();
}

/** Where each stroke begins and ends on the screen, as shares of the pad. */
function strokesShown(area: Locator) {
  return area.evaluate((pad) => {
    const { x, y, width, height } = pad.getBoundingClientRect();
    return [...pad.querySelectorAll("path")].map((line) =>
      [0, line.getTotalLength()].flatMap((length) => {
        const shown = line.getPointAtLength(length).matrixTransform(line.getScreenCTM() ?? undefined);
        return [((shown.x - x) / width).toFixed(2), ((shown.y - y) / height).toFixed(2)];
      }),
    );
  });
}

test("a question taken back while it is read stores nothing and says so", async ({
  harbor,
  context,
  page,
}) => {
  const { patient, path } = await readQuestion(harbor, context, page);
  await choose(page, answers);
  await review(page);
  await cancelRequest(harbor.staff.therapist, (await requestOf(patient, recording)).id);
  await sign(page, patient.legalName);
  await expect(page.getByRole("alert").filter({ hasText: "taken back meanwhile" })).toBeVisible();
  await page.goto(path);
  await expect(page.getByText("There is nothing to answer, and nothing was stored.")).toBeVisible();
});

test("an answer given in another window is shown instead of a second one", async ({
  harbor,
  context,
  page,
}) => {
  const { patient, path } = await readQuestion(harbor, context, page);
  const other = await context.newPage();
  await other.goto(path);
  await other.getByRole("button", { name: "No to all of these" }).click();
  await review(other);
  await answer(page, answers, patient.legalName);

  await sign(other, patient.legalName);
  await expect(
    other.getByText("You had answered this before. This is the answer that counts."),
  ).toBeVisible();
  await expect(other.getByText("You said yes to one use and no to three.")).toBeVisible();
});

test("Sign pressed twice in haste is one answer", async ({ harbor, context, page }) => {
  const { patient } = await readQuestion(harbor, context, page);
  await choose(page, answers);
  await review(page);
  await page.getByLabel("Type your full name").fill(patient.legalName);
  await page.getByRole("button", { name: "Sign", exact: true }).dblclick();
  await expect(page.getByRole("heading", { name: /^Thank you/ })).toBeVisible();
  await page.goto(routes.myDocuments("harbor"));
  await expect(page.getByText("One copy.")).toBeVisible();
});

test("an address that could mean two people is refused at the door", async ({ page }) => {
  await page.goto(routes.signIn);
  for (const [typed, sentence] of [
    ["", "Please type an e-mail address."],
    ["ana@patients.test, ben@patients.test", "Please type one address only."],
    ['"ana"@patients.test', "Addresses with quotation marks or backslashes are not accepted."],
    ["aña@patients.test", "plain letters, without accents"],
  ] as const) {
    await page.getByLabel("Email").fill(typed);
    await page.getByRole("button", { name: "Send me a sign-in link" }).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(typed);
  }
});
