import { asked, entered, talkFirst, yes } from "@/demo/story";
import { inviteStaff } from "@/lib/practices/invite-staff";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { staffReader } from "./pages";
import { addedPatient } from "./people";
import { demoStaff, makePractice } from "./practices";
import { screens } from "./screens";

const open = "session-recording";
const answered = "video-sharing";
const past = [
  entered(0),
  yes(0, answered, ["handed-over"]),
  asked(0, [open, "email-scheduling"], 7),
  talkFirst(0, "email-scheduling"),
];

test("names, numbers and days of birth can be hidden on every page about a patient", async ({
  harbor,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, past);
  const page = await pageOf(staffReader);
  await page.goto(routes.desk("harbor"));
  await page.getByRole("button", { name: "Hide names" }).click();
  const born = page.getByText("Mar 9, 1986");
  for (const path of [
    routes.desk("harbor"),
    `${routes.board("harbor")}?q=${patient.legalName}`,
    `${routes.patients("harbor")}?q=${patient.legalName}`,
    routes.patient("harbor", patient.id),
    `${routes.requests("harbor")}?q=${patient.legalName}`,
    `${routes.ask("harbor")}?patient=${patient.id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(patient.legalName).filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText(patient.email).filter({ visible: true })).toHaveCount(0);
    await expect(born.filter({ visible: true })).toHaveCount(0);
  }
  await page.getByRole("combobox", { name: "Patients" }).click();
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.getByText("Keiko Tanaka").filter({ visible: true })).toHaveCount(0);

  await page.goto(routes.editPatient("harbor", patient.id));
  for (const label of ["Legal name", "Called name", "Phone"])
    await expect(page.getByLabel(label)).toHaveCSS("-webkit-text-security", "disc");
  await expect(page.getByLabel("Date of birth")).toHaveCSS("color", "rgba(0, 0, 0, 0)");
});

test("ending a role says first what it means, and who left is let in again with a choice", async ({
  pageOf,
}) => {
  const practice = await makePractice(["email-scheduling"]);
  const email = `colleague@${practice.slug}.test`;
  await inviteStaff(practice.staff.owner, { name: "Dr. Omar Vance", email, roles: ["therapist"] });
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(routes.settings(practice.slug));
  const row = page.getByRole("row").filter({ hasText: "Dr. Omar Vance" });
  await row.getByRole("button", { name: "Remove the role therapist" }).click();
  await expect(row.getByText("Dr. Omar Vance will no longer come in here.")).toBeVisible();
  await row.getByRole("button", { name: "Keep as it is" }).click();
  await expect(row.getByRole("cell", { name: "therapist", exact: true })).toBeVisible();

  await row.getByRole("button", { name: "Remove the role therapist" }).click();
  await row.getByRole("button", { name: "Remove it", exact: true }).click();
  await expect(page.getByText("Dr. Omar Vance no longer has a role")).toBeVisible();
  await expect(row.getByRole("button")).toHaveCount(1);
  await row.getByRole("button", { name: "Let in again…" }).click();
  await row.getByRole("button", { name: "Let in", exact: true }).click();
  await expect(row.getByRole("alert")).toHaveText("Choose a role.");
  await row.getByRole("radio", { name: "office" }).check();
  await row.getByRole("button", { name: "Let in", exact: true }).click();
  await expect(page.getByText("Dr. Omar Vance may come in again.")).toBeVisible();
  await expect(row.getByRole("cell", { name: "office", exact: true })).toBeVisible();
});

test("the keys that go from row to row leave the page alone while their list is open", async ({
  therapist,
}) => {
  await therapist.goto(routes.patients("harbor"));
  const first = therapist.getByRole("row").nth(1).getByRole("link");
  // Until its scripts are there, no key does anything; a second one would go on to the next row.
  await expect(async () => {
    if ((await therapist.getByRole("table").locator(":focus").count()) === 0)
      await therapist.keyboard.press("j");
    await expect(first).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await therapist.keyboard.press("?");
  const keys = therapist.getByRole("dialog", { name: "On the keyboard" });
  await expect(keys).toBeVisible();
  for (const key of ["j", "j", "k", "/"]) await therapist.keyboard.press(key);
  await expect(keys.locator(":focus")).toHaveCount(1);
  await therapist.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await expect(first).toBeFocused();
  await therapist.keyboard.press("j");
  await expect(therapist.getByRole("row").nth(2).getByRole("link")).toBeFocused();
});

test("what is not there leaves the desk around it, and leads to Today", async ({ therapist }) => {
  for (const path of ["/desk/harbor/nowhere/at-all", routes.patient("harbor", crypto.randomUUID())]) {
    const response = await therapist.goto(path);
    expect(response?.status()).toBe(404);
    await expect(therapist.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    await expect(therapist.getByRole("navigation", { name: "The desk" })).toBeVisible();
  }
  await therapist.getByRole("link", { name: "To Today" }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: /^Today/ })).toBeVisible();
});

for (const { name, size } of screens)
  test(`each place shows its pages, and where one is, ${name}`, async ({ pageOf }) => {
    const page = await pageOf(demoStaff.therapist, "harbor", size);
    await page.goto(routes.board("harbor"));
    if (size.isMobile) await page.getByRole("button", { name: "Menu" }).click();
    const desk = page.getByRole("navigation", { name: "The desk" });
    await expect(desk.getByRole("link")).toHaveCount(7);
    await expect(desk.locator("[aria-current]")).toHaveText(["Consents"]);
    await desk.getByRole("link", { name: "Where we meet" }).click();
    const within = page.getByRole("navigation", { name: "Where we meet" });
    await within.getByRole("link", { name: "Safeguards" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Safeguards" })).toBeVisible();
    await expect(within.locator("[aria-current=page]")).toHaveText(["Safeguards"]);
    await expect(page.getByRole("navigation", { name: "The desk" })).toBeVisible({ visible: !size.isMobile });
  });

test("what is pressed before the page can hear it is done once it can", async ({ therapist }) => {
  const { promise: scriptsMayCome, resolve: letScriptsCome } = Promise.withResolvers<void>();
  await therapist.route(/\/_next\/static\/.*\.js/, async (route) => {
    await scriptsMayCome;
    await route.continue();
  });
  await therapist.goto(routes.patients("harbor"), { waitUntil: "commit" });
  await therapist.getByRole("button", { name: "Keys" }).click();
  letScriptsCome();
  await expect(therapist.getByRole("dialog", { name: "On the keyboard" })).toBeVisible();
});
