import { asked, entered } from "@/demo/story";
import { daysAfter, today } from "@/lib/dates";
import { findDraft } from "@/lib/drafts/queries";
import { readPractice } from "@/lib/in-practice";
import { claimsIn } from "@/lib/markdown/markdown";
import { routes } from "@/lib/routes";
import { attestSafeguard } from "@/lib/safeguards/attest-safeguard";
import { madeClaim } from "./claims";
import { writeDraft } from "./drafts";
import { expect, test } from "./fixtures";
import { addedPatient, requestOf } from "./people";
import { makePractice, type StoryPractice } from "./practices";
import { decideAboutTexts, openSheet, summaries, summary } from "./publish-sheet";

test.slow();

const key = "session-recording";
const claim = "Recording to the cloud is switched off";
const intent = "I intend to keep recording to the cloud switched off";
const day = today(new Date(), "America/Los_Angeles");

/** The draft of the next text begins by saying the claim, in both languages. */
function repeating(practice: StoryPractice) {
  return writeDraft(practice, key, (content) => {
    const said = (body: string, words: string) => `[${words}](safeguard:cloud-recording-off).\n\n${body}`;
    const { en, es } = content.texts;
    return {
      ...content,
      texts: {
        en: en && { ...en, body: said(en.body, claim) },
        es: es && { ...es, body: said(es.body, "La grabación en la nube está desactivada") },
      },
    };
  });
}

/** The check of somebody who looked too long ago. */
async function lapsed({ staff }: StoryPractice, safeguardId: string) {
  const { owner } = staff;
  const said = { safeguardId, staffId: owner.staffId, outcome: "holds", note: null } as const;
  await attestSafeguard(owner, { ...said, checkedOn: daysAfter(day, -40) }, null);
}

test("a lapsed claim warns wherever a text says it, stops the next version, and lets it go once it is checked", async ({
  pageOf,
}) => {
  const practice = await makePractice([key]);
  const safeguardId = await madeClaim(practice, "cloud-recording-off");
  await lapsed(practice, safeguardId);
  const disclosureId = await repeating(practice);
  const patient = await addedPatient(practice, [entered(0)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  const own = await pageOf(patient.email, practice.slug);

  await own.goto(routes.my(practice.slug));
  await own.getByRole("link", { name: "How your sessions are protected" }).click();
  await expect(own.getByText(intent)).toBeVisible();
  await expect(own.getByText("It is being checked again.")).toBeVisible();

  await page.goto(routes.desk(practice.slug));
  const owed = page.getByRole("region", { name: "Safeguards to check (1)" });
  await expect(owed).toContainText("ran out on");
  await expect(owed.getByRole("link", { name: "Recording our sessions" })).toBeVisible();
  for (const path of [routes.disclosures(practice.slug), routes.disclosure(practice.slug, disclosureId)]) {
    await page.goto(path);
    const warned = page.getByRole("list", { name: "Safeguards to look at" });
    await expect(warned).toContainText("the last check ran out on");
  }
  await page.goto(routes.draft(practice.slug, disclosureId));
  await expect(page.getByRole("heading", { name: "Safeguards: 1 to check" })).toBeVisible();

  await openSheet(page, practice, disclosureId);
  await expect(page.getByRole("alert").filter({ hasText: claim })).toContainText(
    "Dr. Ines Alder can check it",
  );
  await page.getByRole("link", { name: "Check now" }).click();
  await expect(page.getByRole("heading", { name: claim })).toBeVisible();
  await expect(page.getByText("“Cloud recording” is off")).toBeVisible();

  await page.getByRole("button", { name: "Note the check" }).click();
  await expect(page.getByText("Please look at this again.")).toBeVisible();
  await page.getByRole("radio", { name: "It holds" }).check();
  await page.getByLabel("Looked on").fill(daysAfter(day, 2));
  await page.getByRole("button", { name: "Note the check" }).click();
  await expect(page.getByText("This day is still to come.").first()).toBeVisible();
  await expect(page.getByRole("radio", { name: "It holds" })).toBeChecked();

  await page.getByLabel("Looked on").fill(day);
  await page.getByLabel("Note", { exact: true }).fill("Off in the account, and locked by the admin.");
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "What shows it" }).click();
  await (await chosen).setFiles({
    name: "settings.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 settings"),
  });
  await page.getByRole("button", { name: "Note the check" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The check is noted." })).toBeVisible();
  await expect(page.getByText("Off in the account, and locked by the admin.")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Open “settings.pdf”" }).click();
  expect((await download).suggestedFilename()).toMatch(/^evidence-.*\.pdf$/);

  await openSheet(page, practice, disclosureId);
  await decideAboutTexts(page);
  await expect(page.getByRole("alert").filter({ hasText: claim })).toHaveCount(0);
  await page.getByRole("radio", { name: "Wording only" }).check();
  await summary(page, "English").fill(summaries.English);
  await summary(page, "Spanish").fill(summaries.Spanish);
  await page.getByRole("button", { name: /^Publish/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Version 2 is published" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Safeguards to look at" })).toHaveCount(0);

  const reader = await addedPatient(practice, [entered(0), asked(0, [key], null)]);
  const theirs = await pageOf(reader.email, practice.slug);
  await theirs.goto(routes.request(practice.slug, (await requestOf(reader, key)).id));
  const long = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  const shown = long.format(new Date(`${day}T00:00:00Z`));
  await expect(theirs.getByText(`${claim} (checked on ${shown}).`)).toBeVisible();
  await theirs.goto(routes.mySafeguards(practice.slug));
  await expect(theirs.getByText(`Checked on ${shown}.`)).toBeVisible();
});

test("claims begin from the prepared ones, several at once, and from own words", async ({ pageOf }) => {
  const practice = await makePractice([]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.safeguards(practice.slug));
  await page.getByRole("button", { name: "Add what is chosen" }).click();
  await expect(page.getByText("Choose at least one.")).toBeVisible();
  await page.getByLabel("When I leave my desk, I lock the screen").check();
  await page.getByLabel("Our sessions need a passcode").check();
  await page.getByRole("button", { name: "Add 2 safeguards" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: "Add your own words" }).click();
  await page.getByLabel("The safeguard in English").fill("I close the window.");
  await page.getByLabel("Check again after how many days").fill("731");
  await page.getByRole("button", { name: "Add this safeguard" }).click();
  await expect(page.getByLabel("Check again after how many days")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("The safeguard in English")).toHaveValue("I close the window.");
  await page.getByLabel("The safeguard in Spanish").fill("Cierro la ventana.");
  await page.getByLabel("The intention in English").fill("I intend to close the window.");
  await page.getByLabel("The intention in Spanish").fill("Me propongo cerrar la ventana.");
  await page.getByLabel("Check again after how many days").fill("30");
  await page.getByRole("button", { name: "Add this safeguard" }).click();
  await page.getByRole("link", { name: "I close the window" }).click();
  await page.getByRole("button", { name: "Drop this safeguard…" }).click();
  await page.getByRole("button", { name: "Drop it" }).click();
  await expect(page.getByText("The practice does not promise this any more.")).toBeVisible();
  await page.getByRole("button", { name: "Take it up again" }).click();
  await expect(page.getByRole("heading", { name: "Check it now" })).toBeVisible();
});

test("a claim is put into a text from the editor, and stays a reference when the text is saved", async ({
  pageOf,
}) => {
  const practice = await makePractice([key]);
  await madeClaim(practice, "cloud-recording-off");
  const disclosureId = await writeDraft(practice, key);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.draft(practice.slug, disclosureId));
  await page.getByRole("textbox", { name: "The whole text" }).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.getByRole("button", { name: "Insert a safeguard" }).click();
  await page.getByRole("menuitem", { name: claim }).click();
  await page.keyboard.type(". Ask me.");
  await expect(page.getByRole("heading", { name: "Safeguards: 1 to check" })).toBeVisible();
  const stored = async () => {
    const { owner } = practice.staff;
    const draft = await readPractice(owner, (tx) => findDraft(tx, owner, disclosureId));
    return claimsIn(draft?.content.texts.en?.body ?? "").map(({ key: one, words }) => ({ one, words }));
  };
  await expect.poll(stored).toEqual([{ one: "cloud-recording-off", words: claim }]);
});
