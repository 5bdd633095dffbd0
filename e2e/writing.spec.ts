import type { Page } from "@playwright/test";
import { entered } from "@/demo/story";
import { listDisclosures } from "@/lib/disclosures/queries";
import { findDraft } from "@/lib/drafts/queries";
import { saveDraft } from "@/lib/drafts/save-draft";
import { readPractice } from "@/lib/in-practice";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { makePractice, type StoryPractice } from "./practices";
import { decideAboutTexts } from "./publish-sheet";

test.slow();

async function draftOf({ staff }: StoryPractice) {
  const { owner } = staff;
  return readPractice(owner, async (tx) => {
    const disclosureId = (await listDisclosures(tx, owner)).at(-1)?.id ?? "";
    const draft = await findDraft(tx, owner, disclosureId);
    if (!draft) throw new Error("Nobody began a draft.");
    return draft;
  });
}

/** Begins a text about e-mail from the starter, as far as its editor. */
async function begun(page: Page, practice: StoryPractice) {
  await page.goto(routes.disclosures(practice.slug));
  await page.getByRole("link", { name: "Write a new one" }).click();
  await page.getByRole("radio", { name: "E-mail" }).check();
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.waitForURL(/\/draft$/);
  await expect(page.getByRole("textbox", { name: "The whole text" })).toBeVisible();
}

/** In the language that is shown; the other one is there too, out of sight. */
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** Another title and text instead of the starter's, and what it leaves blank. */
async function write(page: Page, title: string, body: string, until: string) {
  await field(page, "Title").fill(title);
  await page.getByRole("textbox", { name: "The whole text" }).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(body);
  await field(page, "Until when").fill(until);
}

/** What is stored in the end, once the text has saved itself. */
const stored = (practice: StoryPractice) =>
  expect.poll(async () => (await draftOf(practice)).content, { timeout: 30_000 });

test("a text is begun from the starter, written in both languages, and seen before it is out", async ({
  pageOf,
}) => {
  const practice = await makePractice([]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await begun(page, practice);
  await field(page, "Title").fill("Writing to each other");
  // By keyboard alone: where a click put the caret is told to the editor a moment later.
  await page.getByRole("textbox", { name: "The whole text" }).focus();
  await page.keyboard.press("ControlOrMeta+End");
  // The editor hears of it with an event of its own, which comes before the next picture.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await page.keyboard.press("Enter");
  await page.keyboard.type("I answer on weekdays.");
  await expect(
    page.getByRole("heading", { name: /^Writing to each other, draft of version 1/ }),
  ).toBeVisible();

  await page.getByRole("tab", { name: /^Spanish/ }).click();
  await field(page, "Title").fill("Escribirnos");
  await page.getByRole("button", { name: "Add a use" }).click();
  await field(page, "What is asked").last().fill("Nos escribimos para cambiar una cita");
  await field(page, "How many at most").last().fill("6");
  await stored(practice).toMatchObject({
    texts: {
      en: {
        title: "Writing to each other",
        body: expect.stringMatching(/\n\n(- )?I answer on weekdays\.$/),
      },
      es: { title: "Escribirnos" },
    },
  });

  await page.getByRole("button", { name: "Phone" }).click();
  const shown = page.getByRole("region", { name: "As patients see it on a phone" });
  await expect(shown.getByRole("heading", { name: "Escribirnos" })).toBeVisible();
  await expect(shown.getByText("Hasta 6 personas.")).toBeVisible();
  await expect(shown.getByRole("radio", { name: "Sí" }).last()).toBeDisabled();

  await page.getByRole("link", { name: "Back to the draft" }).click();
  await page.getByRole("button", { name: "Paper" }).click();
  await expect(page.getByRole("link", { name: "Open the PDF" })).toBeVisible();
  const href = (await page.getByRole("link", { name: "Open the PDF" }).getAttribute("href")) ?? "";
  const file = await page.request.get(href);
  expect(file.headers()["content-type"]).toBe("application/pdf");
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a text written in both languages is published from its editor, and each patient reads their own", async ({
  pageOf,
}) => {
  const practice = await makePractice([]);
  const { slug } = practice;
  const page = await pageOf(practice.ownerEmail, slug);
  await begun(page, practice);
  await write(page, "Writing to each other", "I answer on weekdays.", "I delete mine after a year.");
  await page.getByRole("tab", { name: /^Spanish/ }).click();
  await write(page, "Escribirnos", "Contesto entre semana.", "Borro los míos después de un año.");
  await page.getByRole("button", { name: "Publish…" }).click();
  await expect(page.getByRole("heading", { name: "Publish version 1" })).toBeVisible();
  await decideAboutTexts(page);
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Version 1 is published" })).toBeVisible();

  const english = await addedPatient(practice, [entered(0)]);
  const spanish = await addedPatient(practice, [entered(0)], { language: "es", calledName: "Ana" });
  const listed = await readPractice(practice.staff.owner, (tx) => listDisclosures(tx, practice.staff.owner));
  const asking = `patient=${english.id}&patient=${spanish.id}&text=${listed.at(-1)?.id}`;
  await page.goto(`${routes.ask(slug)}?${asking}`);
  await page.getByRole("button", { name: "See who will be asked" }).click();
  await page.getByRole("button", { name: "Ask 2 patients" }).click();
  await expect(page.getByText(/^The e-mails leave /)).toBeVisible();

  const reading = await pageOf(english.email, slug);
  await reading.goto(routes.my(slug));
  await reading.getByRole("link", { name: "Start" }).click();
  await expect(reading.getByRole("heading", { level: 1, name: "Writing to each other" })).toBeVisible();
  await expect(reading.getByText("I answer on weekdays.")).toBeVisible();
  await expect(reading.getByText("I delete mine after a year.")).toBeVisible();

  const leyendo = await pageOf(spanish.email, slug);
  await leyendo.goto(routes.my(slug));
  await leyendo.getByRole("link", { name: "Empezar" }).click();
  await expect(leyendo.getByRole("heading", { level: 1, name: "Escribirnos" })).toBeVisible();
  await expect(leyendo.getByText("Contesto entre semana.")).toBeVisible();
  await expect(leyendo.getByText("Borro los míos después de un año.")).toBeVisible();
});

test("who writes is told when a colleague saved meanwhile, and nothing is lost", async ({ pageOf }) => {
  const practice = await makePractice([]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await begun(page, practice);
  const { disclosureId, revision, content } = await draftOf(practice);
  const english = content.texts.en;
  if (!english) throw new Error("The starter has no English text.");
  const theirs = { ...english, title: "Their title" };
  const { owner } = practice.staff;
  await saveDraft(owner, {
    disclosureId,
    revision,
    content: { ...content, texts: { ...content.texts, en: theirs } },
  });

  await field(page, "Title").fill("My title");
  await expect(page.getByRole("heading", { name: /saved this text at/ })).toBeVisible();
  await expect(field(page, "Title")).toHaveValue("My title");
  expect((await draftOf(practice)).content.texts.en?.title).toBe("Their title");

  await page.getByRole("button", { name: "Go on with mine" }).click();
  await stored(practice).toMatchObject({ texts: { en: { title: "My title" } } });

  const mine = await draftOf(practice);
  await saveDraft(owner, {
    disclosureId,
    revision: mine.revision,
    content: { ...content, texts: { ...content.texts, en: theirs } },
  });
  await field(page, "In short").fill("My two lines.");
  await page.getByRole("button", { name: /^Go on with what/ }).click();
  await expect(field(page, "Title")).toHaveValue("Their title");
});

test("a promise nobody can keep is pointed at and gives way to an honest sentence, and who reads a language vouches for it", async ({
  pageOf,
}) => {
  const practice = await makePractice([]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await begun(page, practice);
  await field(page, "In short").fill("This is 100 % secure.");
  const instead = page.getByRole("button", { name: /^Instead of/ }).first();
  await expect(instead).toBeVisible();
  await instead.click();
  await expect(field(page, "In short")).toHaveValue(
    "Nothing is completely safe or private; some risk remains.",
  );
  await expect(page.getByText(/^Saved /)).toBeVisible();

  await field(page, "Who read it").fill("Lucía Ortega");
  await page.getByRole("button", { name: "Note that it was read" }).click();
  await expect(page.getByText(/^Lucía Ortega, who knows the language/)).toBeVisible();
  await field(page, "Title").fill("Another title");
  await expect(page.getByText("Nobody who knows the language has read exactly this text.")).toBeVisible();
});

test("what is pasted is what was seen, and what a text cannot say is refused with what to do", async ({
  pageOf,
}) => {
  const practice = await makePractice([]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await begun(page, practice);
  const body = page.getByRole("textbox", { name: "The whole text" });
  await body.focus();
  await page.keyboard.press("ControlOrMeta+A");
  const paste = (html: string) =>
    body.evaluate((editor, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, html);

  await paste("<table><tr><td colspan=2>Both</td></tr><tr><td>a</td><td>b</td></tr></table>");
  await expect(page.getByText(/^Nothing was pasted: the table has cells that were joined/)).toBeVisible();
  await expect(body).not.toHaveText("");

  await paste("<p>We <s>never</s> may record</p>");
  await expect(body).toHaveText("We may record");
  await expect(page.getByText(/^Nothing was pasted/)).toHaveCount(0);
  await stored(practice).toMatchObject({ texts: { en: { body: "We may record" } } });
});

test("the office reads the texts and writes none", async ({ pageOf }) => {
  const office = await pageOf("office@harbor.test");
  await office.goto(routes.disclosures("harbor"));
  await expect(office.getByRole("heading", { name: "Texts" })).toBeVisible();
  await expect(office.getByRole("link", { name: "Write a new one" })).toHaveCount(0);
});
