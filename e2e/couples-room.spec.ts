import type { Page } from "@playwright/test";
import { entered } from "@/demo/story";
import { assignRoom } from "@/lib/rooms/assign-room";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { makePractice } from "./practices";
import { groupOf, newNumber, roomOf, videoOf } from "./rooms";

async function choose(page: Page, name: string) {
  await page.getByRole("combobox", { name: "Patients" }).fill(name);
  await page.getByRole("option", { name }).click();
}

test("a couple has a meeting of its own, and both join by it", async ({ pageOf }) => {
  test.slow();
  const practice = await makePractice([]);
  const { name: platform } = await videoOf(practice);
  const one = await addedPatient(practice, [entered(0)], { calledName: "Ana" });
  const other = await addedPatient(practice, [entered(0)], { calledName: "Ben" });
  const third = await addedPatient(practice, [entered(0)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.groups(practice.slug));
  await expect(page.getByText("There is no group yet.")).toBeVisible();

  await page.getByRole("button", { name: "Make a group" }).click();
  await page.getByRole("combobox", { name: "What it is" }).selectOption({ label: "A couple" });
  await page.getByLabel("Name", { exact: true }).fill("Our Thursdays");
  await choose(page, one.legalName);
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByText("A couple or a family needs at least two people.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Our Thursdays");
  await choose(page, other.legalName);
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByRole("heading", { name: "Our Thursdays" })).toBeVisible();
  // It comes with the scripts: a button pressed before them does nothing.
  await expect(page.getByRole("status").filter({ hasText: "Next, give it a room" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: other.legalName })).toContainText("belongs now");

  const rooms = page.getByRole("region", { name: "Rooms" });
  await expect(rooms.getByText("No room of their own yet.")).toBeVisible();
  await rooms.getByRole("button", { name: "Assign a room" }).click();
  const number = newNumber();
  await page
    .getByLabel("Link or number of the meeting")
    .fill(`https://us02web.zoom.us/j/${number}?pwd=AbC123`);
  await page.getByLabel("Passcode", { exact: true }).fill("739105");
  await rooms.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(rooms.getByText("Choose yes or no.")).toBeVisible();
  await page.getByRole("radio", { name: "Yes" }).check();
  await rooms.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText(`has a room on ${platform} now.`)).toBeVisible();
  expect(await page.content()).not.toContain("739105");

  await rooms.getByRole("button", { name: "Show link and passcode" }).click();
  await expect(rooms.getByText("739105")).toBeVisible();
  await rooms.getByRole("button", { name: "Hide" }).click();
  await expect(rooms.getByText("739105")).toHaveCount(0);

  for (const member of [one, other]) {
    const own = await pageOf(member.email, practice.slug);
    await own.goto(routes.my(practice.slug));
    await own.getByRole("link", { name: "How to join" }).click();
    const way = own.getByRole("region", { name: "Together: Our Thursdays" });
    await expect(way.getByText(`We meet on ${platform}.`)).toBeVisible();
    expect(await own.content()).not.toMatch(new RegExp(`739105|${number}|AbC123`));
    await way.getByRole("button", { name: "Show my meeting link" }).click();
    const link = way.getByRole("link", { name: "Open our meeting" });
    await expect(link).toHaveAttribute("href", `https://us02web.zoom.us/j/${number}?pwd=AbC123`);
    await expect(link).toHaveAttribute("rel", "noreferrer");
    await expect(way.getByText("739105")).toBeVisible();
    const elseIn = member === one ? other : one;
    expect(await own.content()).not.toContain(elseIn.legalName);
    await own.goto(routes.myActivity(practice.slug));
    await expect(own.getByText("You looked at your meeting link")).toBeVisible();
  }
  const outside = await pageOf(third.email, practice.slug);
  await outside.goto(routes.join(practice.slug));
  await expect(outside.getByText("Your meeting link is not here yet.")).toBeVisible();
  await expect(outside.getByText("Our Thursdays")).toHaveCount(0);

  await page.reload();
  await page
    .getByRole("row")
    .filter({ hasText: one.legalName })
    .getByRole("button", { name: "Leaves…" })
    .click();
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByRole("row").filter({ hasText: one.legalName })).not.toContainText("belongs now");
  await page.getByRole("button", { name: "End this group…" }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByText("This group ended on")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: other.legalName })).toContainText(
    "until the group ended",
  );
});

test("a meeting somebody has is refused beside its field, in every spelling", async ({ pageOf }) => {
  const practice = await makePractice([]);
  const { id: platformId } = await videoOf(practice);
  const [one, other] = [await addedPatient(practice), await addedPatient(practice)];
  const number = newNumber();
  await assignRoom(practice.staff.owner, {
    owner: { patientId: one.id },
    platformId,
    meeting: number,
    passcode: null,
    waitingRoom: "no",
    replaces: undefined,
  });
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.patient(practice.slug, other.id));
  const rooms = page.getByRole("region", { name: "Groups and rooms" });
  await expect(rooms.getByText("have no room of their own there yet.")).toBeVisible();
  await rooms.getByRole("button", { name: "Assign a room" }).click();
  await rooms.getByRole("radio", { name: "No", exact: true }).check();
  const field = rooms.getByLabel("Link or number of the meeting");
  const spaced = `${number.slice(0, 3)} ${number.slice(3, 7)}-${number.slice(7)}`;
  const link = `https://us02web.zoom.us/j/${number}?pwd=AbC`;
  const taken = "This meeting belongs to somebody else already.";
  const refused: [string, string][] = [
    ["javascript:alert(1)", "A link has to begin with https://"],
    ["our usual one", "This is no meeting we can read."],
    [number, taken],
    ["https://zoom.us/j/1?x", "This is no meeting we can read."],
    [spaced, taken],
    ["http://zoom.us/j/81234567890", "A link has to begin with https://"],
    [link, taken],
  ];
  for (const [typed, words] of refused) {
    await field.fill(typed);
    await rooms.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(field).toHaveAccessibleDescription(new RegExp(words));
    await expect(field).toHaveValue(typed);
    await expect(rooms.getByText(one.legalName)).toHaveCount(0);
  }
  await field.fill(newNumber());
  await rooms.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(rooms.getByText("Assigned on")).toBeVisible();
});

test("one's own personal meeting is noted, and then no patient is given it", async ({ pageOf }) => {
  const practice = await makePractice([]);
  await videoOf(practice);
  const patient = await addedPatient(practice);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.settings(practice.slug));
  await page.getByRole("button", { name: "Note my personal meeting" }).click();
  await page.getByLabel("Link or number").fill("https://zoom.us/my/dr.alder");
  await page.getByRole("button", { name: "Note it" }).click();
  await expect(page.getByText("the one ending in lder")).toBeVisible();
  await page.goto(routes.patient(practice.slug, patient.id));
  await page.getByRole("button", { name: "Assign a room" }).click();
  await page.getByRole("radio", { name: "Yes" }).check();
  await page.getByLabel("Link or number of the meeting").fill("zoom.us/my/Dr.Alder/");
  await page.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(page.getByText("This is a personal meeting of somebody who works here.")).toBeVisible();
});

test("without JavaScript, a patient sees the way in after one press", async ({ plainPageOf }) => {
  const practice = await makePractice([]);
  const patient = await addedPatient(practice, [entered(0)]);
  await roomOf(practice, { patientId: patient.id });
  await roomOf(practice, { groupId: await groupOf(practice, patient.id) });
  const page = await plainPageOf(patient.email, practice.slug);
  await page.goto(routes.join(practice.slug));
  expect(page.html).not.toContain("482915");
  const group = page.part("region", "Together: Thursday group");
  await page.press(group.one("button", "Show my meeting link"));
  expect(group.text).toContain("482915");
  const alone = page.part("region", "Our sessions");
  expect(alone.text).not.toContain("482915");
  await page.press(alone.one("button", "Show my meeting link"));
  expect(alone.text).toContain("482915");
});
