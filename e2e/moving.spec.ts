import { entered, yes } from "@/demo/story";
import { makePlatform, meetOn } from "@/lib/platforms/placing.fixture";
import { routes } from "@/lib/routes";
import { yearAfterNext } from "./days";
import { expect, test } from "./fixtures";
import { addedPatient, askedPatient, asSeen, requestOf } from "./people";
import { makePractice } from "./practices";

const recording = "session-recording";
const platform = "video-platform";

/** A practice of one that meets on Zoom, and could meet on Google Meet or, where nothing is recorded, by phone. */
async function meetingPractice() {
  const practice = await makePractice([recording, platform]);
  const { owner } = practice.staff;
  await meetOn(owner, await makePlatform(owner, "Zoom"));
  await makePlatform(owner, "Google Meet");
  await makePlatform(owner, "phone", { kind: "phone", agreement: "no", recording: "no" });
  return practice;
}

test("the practice moves from one video service to another, and two patients stay", async ({ pageOf }) => {
  const practice = await meetingPractice();
  const [mira, nora, otto] = [
    await addedPatient(practice, [entered(0)], { calledName: "Mira" }),
    await addedPatient(practice, [entered(0)], { calledName: "Nora", language: "es" }),
    await addedPatient(practice, [entered(0)], { calledName: "Otto" }),
  ];
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.movePractice(practice.slug));
  await expect(page.getByText("The practice meets on Zoom since")).toBeVisible();

  await page.getByLabel("Move to").selectOption({ label: "Zoom" });
  await page.getByRole("button", { name: "Show what it means" }).click();
  await expect(page.getByText("The practice meets this way already on that day.")).toBeVisible();

  await page.getByLabel("Move to").selectOption({ label: "Google Meet" });
  await page.getByRole("button", { name: "Show what it means" }).click();
  await expect(page.getByRole("heading", { name: "3 patients come along" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 lack a room on Google Meet" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No permission to record is paused" })).toBeVisible();
  await expect(
    page.getByRole("heading", { name: "2 texts name Zoom and have to be asked again" }),
  ).toBeVisible();

  await page.getByRole("checkbox", { name: mira.legalName }).check();
  await page.getByRole("checkbox", { name: nora.legalName }).check();
  await addedPatient(practice, [entered(0)], { calledName: "Pia" });
  await page.getByRole("button", { name: "Move to Google Meet now" }).click();
  await expect(page.getByText("Since you opened this, somebody was added")).toBeVisible();
  await expect(page.getByRole("heading", { name: "4 patients come along" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: mira.legalName })).toBeChecked();

  await page.getByRole("button", { name: "Move to Google Meet now" }).click();
  await expect(
    page.getByText("The practice meets on Google Meet now. 2 came along, 2 stay on Zoom."),
  ).toBeVisible();

  await page.goto(routes.board(practice.slug));
  const row = (patient: { legalName: string }) =>
    page.getByRole("row").filter({ hasText: patient.legalName });
  await expect(row(mira)).toContainText("Zoom", asSeen);
  await expect(row(mira)).toContainText("their own", asSeen);
  await expect(row(otto)).toContainText("Google Meet", asSeen);
  await page.getByLabel("How they meet").selectOption({ label: "Zoom" });
  await page.getByRole("button", { name: "Search" }).click();
  await expect(row(nora)).toBeVisible();
  await expect(row(otto)).toHaveCount(0);

  const stays = await pageOf(mira.email, practice.slug);
  await stays.goto(routes.my(practice.slug));
  await expect(stays.getByText("Where we meet now: Zoom")).toBeVisible();
  const comes = await pageOf(otto.email, practice.slug);
  await comes.goto(routes.my(practice.slug));
  await expect(comes.getByText("Where we meet now: Google Meet")).toBeVisible();

  await page.goto(routes.patient(practice.slug, mira.id));
  const meeting = page.getByRole("region", { name: "Where we meet" });
  await expect(meeting).toContainText("Zoom since");
  await meeting.getByRole("button", { name: "Back to how the practice meets" }).click();
  await expect(meeting).toContainText("as the practice does");
  await stays.reload();
  await expect(stays.getByText("Where we meet now: Google Meet")).toBeVisible();

  await page.goto(routes.movePractice(practice.slug));
  await page.getByRole("button", { name: "Write the next version of" }).first().click();
  await expect(page).toHaveURL(/\/draft$/);

  await page.goto(routes.platforms(practice.slug));
  await page.getByRole("link", { name: "Google Meet" }).click();
  await page.getByRole("link", { name: "Paste meeting links" }).click();
  await expect(page.getByText("3 still have no room of their own on Google Meet.")).toBeVisible();
  const link = "https://meet.google.com/abc-defg-hij";
  await page.getByLabel("Paste a list").fill(`${otto.legalName}\t${link}\nSomebody Else\t${link}`);
  await page.getByRole("button", { name: "Fill in the table" }).click();
  await expect(page.getByText("1 line went into the table. 1 stays here:")).toBeVisible();
  await expect(page.getByText("Nobody in the table has exactly this name.")).toBeVisible();
  await expect(page.getByLabel(`Link or number, ${otto.legalName}`)).toHaveValue(link);

  const miras = page.getByLabel(`Link or number, ${mira.legalName}`);
  await miras.fill(link);
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByRole("button", { name: "Give 2 rooms" }).click();
  await expect(page.getByText("Nothing was stored: 1 link cannot be taken.")).toBeVisible();
  await expect(page.getByText("This meeting stands on a line further up.")).toBeVisible();
  await miras.fill("https://meet.google.com/klm-nopq-rst");
  await page.getByRole("button", { name: "Give 2 rooms" }).click();
  await expect(page.getByText("2 have a room on Google Meet now.")).toBeVisible();
  await page.goto(routes.desk(practice.slug));
  await page.getByRole("link", { name: "1 room to give" }).click();
  await page.getByRole("button", { name: "Undo…" }).click();
  await page.getByRole("button", { name: "Undo it" }).click();
  await expect(page.getByText("3 still have no room of their own on Google Meet.")).toBeVisible();
});

test("permissions to record rest where nothing is recorded, and are there again", async ({ pageOf }) => {
  const practice = await meetingPractice();
  const patient = await addedPatient(practice, [entered(0), yes(0, recording)]);
  const asked = await askedPatient(practice, [platform], { calledName: "Lena" });
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.movePractice(practice.slug));
  await page.getByLabel("Move to").selectOption({ label: "phone" });
  await page.getByRole("button", { name: "Show what it means" }).click();
  await expect(
    page.getByRole("heading", { name: "The permission of 1 person to record is paused" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Move to phone now" }).click();
  await expect(page.getByText("The practice meets by phone now.")).toBeVisible();

  const own = await pageOf(patient.email, practice.slug);
  await own.goto(routes.myConsents(practice.slug));
  await expect(own.getByText("while we meet by phone. It is not lost")).toBeVisible();
  await expect(own.getByRole("button", { name: "Answer anew" })).toHaveCount(0);
  await expect(own.getByRole("button", { name: "Withdraw all uses" })).toBeVisible();

  await page.goto(routes.board(practice.slug));
  const row = page.getByRole("row").filter({ hasText: patient.legalName });
  await expect(row).toContainText("no recording there", asSeen);
  await expect(page.getByRole("link", { name: "No longer counts" })).toHaveCount(0);
  await page.goto(routes.patient(practice.slug, patient.id));
  await expect(page.getByText("Paused while they meet by phone. It is not lost")).toBeVisible();

  const reader = await pageOf(asked.email, practice.slug);
  await reader.goto(routes.request(practice.slug, (await requestOf(asked, platform)).id));
  await expect(reader.getByText("We meet by phone, since")).toBeVisible();

  await page.goto(routes.movePractice(practice.slug));
  await page.getByLabel("Move to").selectOption({ label: "Zoom" });
  await page.getByRole("button", { name: "Show what it means" }).click();
  await expect(page.getByText("The permission of 1 person to record counts again.")).toBeVisible();
  await page.getByRole("button", { name: "Move to Zoom now" }).click();
  await expect(page.getByText("The practice meets on Zoom now.")).toBeVisible();
  await own.reload();
  await expect(own.getByRole("button", { name: "Withdraw all uses" })).toBeVisible();
  await expect(own.getByText("It is not lost")).toHaveCount(0);
});

test("a move that is still to come is seen by everybody, and can be called off", async ({ pageOf }) => {
  const practice = await meetingPractice();
  const patient = await addedPatient(practice, [entered(0)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.movePractice(practice.slug));
  await page.getByLabel("Move to").selectOption({ label: "Google Meet" });
  await page.getByLabel("From").fill(`${yearAfterNext}-05-01`);
  await page.getByRole("button", { name: "Show what it means" }).click();
  await page.getByRole("button", { name: `Move to Google Meet on May 1, ${yearAfterNext}` }).click();
  await expect(page.getByText(`From May 1, ${yearAfterNext} it meets on Google Meet.`)).toBeVisible();
  const own = await pageOf(patient.email, practice.slug);
  await own.goto(routes.my(practice.slug));
  await expect(own.getByText(`From May 1, ${yearAfterNext} on: Google Meet.`)).toBeVisible();

  await page.getByRole("button", { name: "Call this off" }).click();
  await expect(page.getByText("Called off: the practice stays on Zoom.")).toBeVisible();
  await own.reload();
  await expect(own.getByText("Where we meet now: Zoom")).toBeVisible();
  await expect(own.getByText(`From May 1, ${yearAfterNext}`)).toHaveCount(0);
});
