import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient, newSurname } from "./people";

test("a therapist adds a patient, changes details, archives and brings back", async ({ therapist }) => {
  const surname = newSurname();
  await therapist.goto(routes.patients("harbor"));
  await therapist.getByRole("link", { name: "Add a patient" }).first().click();
  await therapist.getByLabel("Legal name").fill(`Noor ${surname}`);
  await therapist.getByLabel("E-mail", { exact: true }).fill("ana@patients.test");
  await therapist.getByLabel("Phone").fill("(555) 010-0177");
  await therapist.getByLabel("Language").selectOption("Español");
  await therapist.getByLabel("Date of birth").fill("1990-02-03");
  await therapist.getByRole("button", { name: "Add the patient" }).click();
  await expect(therapist.getByText("Another patient has this address as their own.")).toBeVisible();
  await expect(therapist.getByLabel("Legal name")).toHaveValue(`Noor ${surname}`);

  await therapist.getByLabel("E-mail", { exact: true }).fill(`${surname.toLowerCase()}@patients.test`);
  await therapist.getByRole("button", { name: "Add the patient" }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: `Noor ${surname}` })).toBeVisible();
  await expect(therapist.getByText("Has not come in yet")).toBeVisible();
  const said = (words: string) => therapist.getByRole("status").filter({ hasText: words });
  await expect(said("was added.").filter({ hasText: `Noor ${surname}` })).toBeVisible();
  await expect(said("was added.").getByRole("link", { name: "Ask the usual 4 texts" })).toBeVisible();
  await expect(said("was added.").getByRole("link", { name: "Add another patient" })).toHaveAttribute(
    "href",
    routes.newPatient("harbor"),
  );

  await therapist.getByRole("link", { name: "Edit" }).click();
  await therapist.getByLabel("Called name").fill("Nora");
  await therapist.getByRole("button", { name: "Save the changes" }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: `Noor ${surname}` })).toBeVisible();
  await expect(therapist.getByRole("definition").filter({ hasText: "Nora" })).toBeVisible();
  await expect(said("are stored.").filter({ hasText: `The changes to Noor ${surname}` })).toBeVisible();

  await therapist.getByRole("button", { name: "Archive…" }).click();
  await expect(therapist.getByText("will not be asked or reminded any more")).toBeVisible();
  await expect(therapist.getByRole("button", { name: "Keep active" })).toBeFocused();
  await therapist.keyboard.press("Escape");
  await expect(therapist.getByRole("button", { name: "Archive…" })).toBeFocused();
  await therapist.keyboard.press("Enter");
  await therapist.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(said("was archived.").filter({ hasText: `Noor ${surname}` })).toBeFocused();
  await expect(therapist.getByText("Nobody is asked or reminded")).toBeVisible();
  await therapist.goto(`${routes.patients("harbor")}?q=${surname}`);
  await expect(therapist.getByText("No patient matches this search.")).toBeVisible();
  await therapist.getByRole("link", { name: /^Archived 1$/ }).click();
  await therapist.getByRole("link", { name: `Noor ${surname}` }).click();
  await therapist.getByRole("button", { name: "Restore" }).click();
  await expect(said("is active again.").filter({ hasText: `Noor ${surname}` })).toBeFocused();
  await expect(therapist.getByRole("button", { name: "Archive…" })).toBeVisible();
});

test("whatever is wrong with a field is said beside it, in words", async ({ therapist }) => {
  await therapist.goto(routes.newPatient("harbor"));
  await therapist.getByLabel("Legal name").fill("N".repeat(400));
  await therapist.getByRole("button", { name: "Add the patient" }).click();
  await expect(therapist.getByText("This is too long. Please shorten it.")).toBeVisible();
  await expect(therapist.getByText("Please enter the whole date of birth")).toBeVisible();
  await expect(therapist.getByText(/expected|invalid/i)).toHaveCount(0);
});

test("a second patient of the same name and birth date is asked about, not refused", async ({
  harbor,
  therapist,
}) => {
  const { id, legalName } = await addedPatient(harbor);
  await therapist.goto(routes.newPatient("harbor"));
  await therapist.getByLabel("Legal name").fill(legalName);
  await therapist.getByLabel("Date of birth").fill("1986-03-09");
  await therapist.getByRole("button", { name: "Add the patient" }).click();
  const asked = therapist.getByRole("alert").filter({ hasText: "born March 9, 1986" });
  await expect(asked.getByRole("link", { name: "Open them" })).toHaveAttribute(
    "href",
    routes.patient("harbor", id),
  );
  await therapist.getByRole("button", { name: "Add another person" }).click();
  await expect(therapist.getByRole("status").filter({ hasText: "was added." })).toBeVisible();
});

test("a half-typed form is not left without a word", async ({ harbor, therapist }) => {
  const patient = await addedPatient(harbor);
  const asked: string[] = [];
  therapist.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await therapist.goto(routes.editPatient("harbor", patient.id));
  await therapist.getByLabel("Called name").fill("Nora");
  await therapist.getByRole("link", { name: "Practice", exact: true }).click();
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(therapist.getByLabel("Called name")).toHaveValue("Nora");

  await therapist.getByRole("link", { name: "Cancel" }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: patient.legalName })).toBeVisible();
  await therapist.goto(routes.editPatient("harbor", patient.id));
  await therapist.getByLabel("Called name").fill("Nora");
  await therapist.getByLabel("Called name").fill(patient.calledName);
  await therapist.getByRole("link", { name: "Practice", exact: true }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: "Practice" })).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("for a patient under age the practice says whose e-mail it is", async ({ therapist }) => {
  const surname = newSurname();
  await therapist.goto(routes.newPatient("harbor"));
  await therapist.getByLabel("Legal name").fill(`Ines ${surname}`);
  await therapist.getByLabel("E-mail", { exact: true }).fill("office@harbor.test");
  await therapist.getByLabel("Date of birth").fill("1990-02-03");
  await expect(therapist.getByLabel("Whose e-mail is this?")).toHaveCount(0);
  await therapist.getByRole("button", { name: "Add the patient" }).click();
  await expect(therapist.getByText("Somebody who works here uses this address.")).toBeVisible();

  await therapist.getByLabel("E-mail", { exact: true }).fill(`${surname.toLowerCase()}@patients.test`);
  await therapist.getByLabel("Date of birth").fill("2016-02-03");
  await therapist.getByRole("button", { name: "Add the patient" }).click();
  await expect(therapist.getByText("Say whose e-mail this is")).toBeVisible();
  await therapist.getByLabel("Whose e-mail is this?").selectOption("A guardian’s");
  await therapist.getByRole("button", { name: "Add the patient" }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: `Ines ${surname}` })).toBeVisible();
  await expect(therapist.getByRole("definition").filter({ hasText: "a guardian" })).toBeVisible();
});

test("a colleague's change is shown beside what was typed, and neither is lost", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const patient = await addedPatient(harbor);
  const office = await pageOf("office@harbor.test");
  for (const page of [therapist, office]) await page.goto(routes.editPatient("harbor", patient.id));
  const email = `${newSurname().toLowerCase()}@patients.test`;
  await office.getByLabel("E-mail", { exact: true }).fill(email);
  await office.getByLabel("Called name").fill("Mirabel");
  await office.getByRole("button", { name: "Save the changes" }).click();
  await expect(office.getByRole("definition").filter({ hasText: email })).toBeVisible();

  await therapist.getByLabel("Called name").fill("Mimi");
  await therapist.getByRole("button", { name: "Save the changes" }).click();
  await expect(therapist.getByText("A colleague changed this patient meanwhile.")).toBeVisible();
  await expect(therapist.getByText("Stored meanwhile: Mirabel")).toBeVisible();
  await expect(therapist.getByLabel("Called name")).toHaveValue("Mimi");
  await expect(therapist.getByLabel("E-mail", { exact: true })).toHaveValue(email);
  await therapist.getByRole("button", { name: "Save the changes" }).click();
  await expect(therapist.getByRole("definition").filter({ hasText: "Mimi" })).toBeVisible();
  await expect(therapist.getByRole("definition").filter({ hasText: email })).toBeVisible();
});

test("a patient's page tells everything about them in time order", async ({ therapist }) => {
  await therapist.goto(`${routes.patients("harbor")}?q=Marcus`);
  await therapist.getByRole("link", { name: "Marcus Bell" }).click();
  await expect(therapist.getByRole("heading", { level: 1, name: "Marcus Bell" })).toBeVisible();
  const story = therapist.getByRole("list").filter({ hasText: "added Marcus Bell" }).getByRole("listitem");
  const times = await story
    .getByRole("time")
    .evaluateAll((shown) => shown.map((one) => one.getAttribute("datetime")));
  expect(times.length).toBeGreaterThan(10);
  expect(times).toEqual(times.toSorted().reverse());
});
