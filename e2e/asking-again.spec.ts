import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { entered, yes } from "@/demo/story";
import { askHolders } from "@/lib/campaigns/ask-campaign";
import { beginCampaign } from "@/lib/campaigns/campaigns.fixture";
import { systemContext } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import { withClock } from "@/lib/frozen-clock";
import { readPractice } from "@/lib/in-practice";
import { addPatient } from "@/lib/patients/add-patient";
import { routes } from "@/lib/routes";
import { answer, review, sign } from "./answering";
import { expect, test } from "./fixtures";
import { expectNoFaults } from "./page-faults";
import { addedPatient, asSeen, live, newSurname, requestOf, type StoryPatient } from "./people";
import { makePractice, publishSecond, type StoryPractice } from "./practices";
import { publishChange, summaries } from "./publish-sheet";
import { withoutQuietHours } from "./quiet-hours";

const key = "session-recording";

test.slow();

test("a changed text is published and asked again of each who agreed to the old one, until all have answered", async ({
  pageOf,
}) => {
  const { practice, patients } = await makeHolders(["Mira", "Leo", "Ana"], 0);
  const [answers, declines, refuses] = patients;
  if (!answers || !declines || !refuses) throw new Error("There are no patients");
  const { slug } = practice;
  const desk = await pageOf(practice.ownerEmail, slug);
  await publishChange(desk, practice, key, patients.length);
  await expect(async () => {
    await desk.goto(campaignOf(practice));
    await expect(desk.getByText("3 of 3 asked, 0 skipped, 0 to be asked.")).toBeVisible({
      timeout: 1_000,
    });
    await expect(rowOf(desk, answers)).toContainText("reached", { timeout: 1_000 });
  }).toPass();

  const page = await pageOf(answers.email, slug);
  await page.goto(routes.my(slug));
  await expect(page.getByText("newer text")).toBeVisible();
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page.getByRole("heading", { name: "What changed since your last answer" })).toBeVisible();
  await expect(page.getByText(summaries.English)).toBeVisible();
  const uses = await usesOf(page);
  await answer(
    page,
    Object.fromEntries(uses.map((use, at) => [use, at === 0 ? "Yes" : "No"])),
    answers.legalName,
  );

  const other = await pageOf(declines.email, slug);
  await other.goto(routes.my(slug));
  await other.getByRole("link", { name: "Start" }).click();
  await other.getByRole("button", { name: "Please don’t ask me again" }).click();
  await expect(other.getByText("we will not ask you about this again")).toBeVisible();
  await other.getByRole("link", { name: "To the start page" }).click();
  await expect(other.getByText("There is nothing for you to read at the moment.")).toBeVisible();
  await other.getByRole("link", { name: "What I agreed to" }).click();
  await expect(other.getByRole("link", { name: "Read and answer" })).toBeVisible();

  const third = await pageOf(refuses.email, slug);
  await third.goto(routes.my(slug));
  await third.getByRole("link", { name: "Start" }).click();
  await third.getByRole("button", { name: "No to all of these" }).click();
  await review(third);
  await sign(third, refuses.legalName);
  await expect(third.getByText("Your answer is no, and we will keep to it.")).toBeVisible();

  await desk.goto(campaignOf(practice));
  await expect(rowOf(desk, answers)).toContainText(`yes to 1 of ${uses.length}`);
  await expect(rowOf(desk, declines)).toContainText("asked not to be asked");
  await desk.getByRole("link", { name: "Answered 2" }).click();
  await expect(desk.getByText("2 patients of 3.")).toBeVisible();
  expect((await new AxeBuilder({ page: desk }).setLegacyMode().analyze()).violations).toEqual([]);
  await desk.goto(routes.requests(slug));
  await expect(rowOf(desk, declines)).toContainText("asked not to be asked");
});

test("asking again is stopped before anybody hears of it", async ({ pageOf }) => {
  const { practice, patients } = await makeHolders(["Mira"]);
  await askAgain(practice, patients, 30);
  const desk = await pageOf(practice.ownerEmail, practice.slug);
  await desk.goto(routes.requests(practice.slug));
  await desk.getByRole("link", { name: "See how far it is" }).click();
  await expect(desk.getByText("Nobody has heard of it yet")).toBeVisible();
  await desk.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(desk.getByText("Nobody more will be asked: 1 patient is left out.")).toBeVisible();
  await desk.getByRole("button", { name: "Stop asking" }).click();
  await expect(desk.getByRole("status").filter({ hasText: "Nobody was asked." })).toBeVisible();
  await expect(desk.getByText("not asked: it was stopped")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Stop", exact: true })).toHaveCount(0);
});

test("what was asked of several is stopped before it leaves, and a no is asked once more with a note", async ({
  pageOf,
}) => {
  const practice = await makePractice(["email-scheduling"]);
  const people = [await addedPatient(practice, [entered(0)]), await addedPatient(practice, [entered(0)])];
  const page = await pageOf(practice.ownerEmail, practice.slug);
  const chosen = people.map(({ id }) => `patient=${id}`).join("&");
  await page.goto(`${routes.ask(practice.slug)}?${chosen}&text=${practice.texts.get("email-scheduling")}`);
  await page.getByRole("button", { name: "See who will be asked" }).click();
  await expect(page.getByRole("radio", { name: /until then it can be stopped/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Ask 2 patients" }).click();
  await expect(page.getByText(/^The e-mails leave /)).toBeVisible();
  await page.goto(routes.requests(practice.slug));
  await expect(page.getByText(/^2 patients were asked; the e-mails leave/)).toBeVisible();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Stopped for 2 patients." })).toBeVisible();
  for (const patient of people)
    expect((await requestOf(patient, "email-scheduling")).cancelledAt).toBeInstanceOf(Date);
});

test("who has not met the therapist is not asked to be recorded, until that is noted", async ({ pageOf }) => {
  const practice = await makePractice([key]);
  const legalName = `Isa ${newSurname()}`;
  const { owner, therapist } = practice.staff;
  const patient = await addPatient(owner, {
    legalName,
    calledName: null,
    email: null,
    phone: "(555) 010-0166",
    language: "es",
    dateOfBirth: "1986-03-09",
    treatingStaffId: therapist.staffId,
  });
  const desk = await pageOf(practice.ownerEmail, practice.slug);
  await desk.goto(`${routes.ask(practice.slug)}?patient=${patient.id}&text=${practice.texts.get(key)}`);
  await desk.getByRole("button", { name: "See who will be asked" }).click();
  const plan = desk.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText("recording is asked after the first meeting");
  await plan.getByRole("button", { name: "We have met" }).click();
  await expect(plan).toContainText("1 patient will be asked, 1 question");
  await expect(
    desk.getByRole("status").filter({ hasText: "may now be asked about recording" }),
  ).toContainText(patient.legalName, asSeen);
});

test("how asking went from day to day is drawn, and told in numbers to whoever does not see that", async ({
  pageOf,
}) => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const { practice, patients } = await withClock(daysAgo(5), () => makeHolders(["Mira", "Leo"]));
  const inAnHour = 3 * 24 * 60 + 60;
  await withClock(daysAgo(3), async () => {
    const campaignId = await askAgain(practice, patients, inAnHour);
    const worker = systemContext(practice.practiceId, "worker");
    await askHolders(worker, campaignId, { after: null, most: patients.length });
  });
  for (const patient of patients.slice(0, 1)) await live(patient, [yes(0, key)]);

  const desk = await pageOf(practice.ownerEmail, practice.slug);
  const title = "asking again, with its days";
  await expectNoFaults(desk, [{ title, path: campaignOf(practice) }], {
    signedIn: true,
    axe: true,
    colours: ["light", "dark"],
  });
  const days = desk.getByRole("region", { name: "From day to day" });
  await expect(days).toContainText("2 patients were asked, 1 has answered, 1 answer is waited for.");
  const today = new Intl.DateTimeFormat("en-US", {
    month: "short",
    day: "numeric",
    timeZone: "America/Los_Angeles",
  }).format(new Date());
  await expect(days.getByText(today, { exact: true })).toBeVisible();
  await days.getByText("The same in numbers, day by day").click();
  const asked = [
    ["2", "0", "2"],
    ["2", "0", "2"],
    ["2", "0", "2"],
    ["2", "1", "1"],
  ];
  await expect(days.getByRole("cell")).toHaveText(asked.flat());
});

/** Patients of a practice of their own, without quiet hours, who agreed to the first text about recording. */
async function makeHolders(names: string[], stopMinutes = 10) {
  const practice = await makePractice([key]);
  await withoutQuietHours(practice, { stopMinutes });
  const patients: StoryPatient[] = [];
  for (const calledName of names)
    patients.push(await addedPatient(practice, [entered(0), yes(0, key)], { calledName }));
  return { practice, patients };
}

async function askAgain(practice: StoryPractice, patients: StoryPatient[], inMinutes = 0) {
  await publishSecond(practice, key);
  const { owner } = practice.staff;
  const disclosureId = practice.texts.get(key) ?? "";
  const listed = await readPractice(owner, (tx) => listDisclosures(tx, owner));
  const versionId = listed.find(({ id }) => id === disclosureId)?.versions.at(-1)?.id ?? "";
  const ids = patients.map(({ id }) => id);
  return beginCampaign(owner, { disclosureId, versionId }, ids, inMinutes);
}

function campaignOf({ slug, texts }: StoryPractice): string {
  return routes.campaign(slug, texts.get(key) ?? "");
}

function rowOf(page: Page, { legalName }: StoryPatient) {
  return page.getByRole("row").filter({ hasText: legalName });
}

/** The label of each use on the screen. */
async function usesOf(page: Page): Promise<string[]> {
  await expect(page.getByRole("button", { name: "Review my answers" })).toBeVisible();
  const uses = page.getByRole("group").filter({ has: page.getByRole("radio") });
  const labels = await uses.locator("legend").allTextContents();
  return labels.map((label) => label.trim());
}
