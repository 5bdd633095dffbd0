import { archived, entered } from "@/demo/story";
import { addPatient } from "@/lib/patients/add-patient";
import { noteFirstMeeting } from "@/lib/patients/note-first-meeting";
import { routes } from "@/lib/routes";
import { boardRow } from "./board";
import { expect, test } from "./fixtures";
import { newestMail } from "./mailbox";
import { addedPatient, asSeen, newSurname } from "./people";
import { demoStaff, makePractice } from "./practices";
import { inQuietHours } from "./quiet-hours";
import { screens } from "./screens";

for (const { name, size } of screens) {
  test.describe(name, () => {
    test("a therapist asks one patient, sees it on the board, and takes the question back", async ({
      harbor,
      pageOf,
    }) => {
      const therapist = await pageOf(demoStaff.therapist, "harbor", size);
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
      await request.getByRole("button", { name: "Take the question back" }).click();
      await expect(request).toHaveCount(0);
      const said = therapist.getByRole("status").filter({ hasText: "was taken back" });
      await expect(said).toContainText(
        `The question to ${patient.legalName} about “Recording our sessions”`,
        asSeen,
      );
      await expect(said).toBeFocused();
      await expect(said.getByRole("link", { name: "Ask again" })).toBeVisible();
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
  const skipped = plan.getByRole("group").filter({ hasText: "already asked (1 patient)" });
  await expect(skipped.getByRole("listitem").filter({ hasText: already.legalName })).toContainText(
    "Recording our sessions",
  );
  await expect(plan).not.toContainText(gone.legalName);
  await page.getByRole("button", { name: "Ask 2 patients" }).click();
  await expect(page.getByText("3 questions were asked")).toBeVisible();
});

test("who has no e-mail is named before asking, and the question waits for the room, never late", async ({
  harbor,
  therapist,
}) => {
  const legalName = `Isa ${newSurname()}`;
  const { owner, therapist: treating } = harbor.staff;
  const { id } = await addPatient(owner, {
    legalName,
    calledName: null,
    email: null,
    phone: "(555) 010-0166",
    language: "es",
    dateOfBirth: "1986-03-09",
    treatingStaffId: treating.staffId,
  });
  await noteFirstMeeting(owner, { patientId: id });
  await therapist.goto(`${routes.ask("harbor")}?patient=${id}&text=${harbor.texts.get("session-recording")}`);
  await therapist.getByRole("button", { name: "See who will be asked" }).click();
  const plan = therapist.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText("Noted, not sent: 1 patient has no e-mail");
  await expect(plan).toContainText(`${legalName}: Recording our sessions. Call (555) 010-0166,`, asSeen);
  await expect(plan.getByRole("link", { name: "Add an address" })).toBeVisible();
  await expect(plan).not.toContainText("gets one e-mail");
  await therapist.getByRole("button", { name: "Ask 1 patient" }).click();
  await expect(therapist.getByText("1 question was asked")).toBeVisible();

  const row = await boardRow(therapist, { legalName, practice: harbor });
  await expect(row).toContainText("Ask in the room, or call (555) 010-0166", asSeen);
  await therapist.goto(`${routes.requests("harbor")}?show=in-the-room&q=${encodeURIComponent(legalName)}`);
  await expect(therapist.getByRole("row").filter({ hasText: legalName })).toContainText("ask in the room");
});

test("in the quiet hours nobody is woken, unless it is sent now with one press", async ({ pageOf }) => {
  const practice = await makePractice(["session-recording", "email-scheduling"]);
  await inQuietHours(practice);
  const patient = await addedPatient(practice, [entered(0)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  const plan = page.getByRole("region", { name: "What will happen" });
  const look = async (text: string) => {
    await page.goto(`${routes.ask(practice.slug)}?patient=${patient.id}`);
    await page.getByRole("checkbox", { name: text }).check();
    await page.getByRole("button", { name: "See who will be asked" }).click();
  };

  await look("Recording our sessions");
  await expect(plan.getByRole("radio", { name: /^In the morning, / })).toBeChecked();
  await page.getByRole("button", { name: "Ask 1 patient" }).click();
  await expect(plan).toContainText("The e-mails leave ");
  await look("E-mail about appointments");
  await page.getByRole("button", { name: "Ask and send now" }).click();
  await expect(plan).toContainText("The e-mails are leaving now.");
  await newestMail(page, patient.email, 0, "A question for you");

  await page.goto(routes.patient(practice.slug, patient.id));
  const row = page.getByRole("row").filter({ hasText: "Recording our sessions" });
  await row.getByRole("button", { name: /^Send again, / }).click();
  await expect(page.getByText(/^A mail about this is on its way, waits for the morning/)).toBeVisible();
});

test("an e-mail leaves in the language of the patient, and the plan says so", async ({
  harbor,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [entered(0)], { language: "es" });
  await therapist.goto(`${routes.ask("harbor")}?patient=${patient.id}`);
  await therapist.getByRole("combobox", { name: "Patients" }).click();
  await therapist.getByRole("option", { name: "Keiko Tanaka" }).click();
  await expect(therapist.getByRole("option")).toHaveCount(0);
  await therapist.getByRole("checkbox", { name: "How you receive your video" }).check();
  await therapist.getByRole("button", { name: "See who will be asked" }).click();
  const plan = therapist.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText(
    `${patient.legalName}: How you receive your video (e-mail in Spanish)`,
    asSeen,
  );
  await expect(plan).toContainText("Keiko Tanaka: How you receive your video", asSeen);
  await expect(plan).toContainText("already answered yes (1 patient)");
});

test("what is missing and a day that is over stand beside their field, and what was chosen stays", async ({
  harbor,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [entered(0)]);
  await therapist.goto(`${routes.ask("harbor")}?patient=${patient.id}`);
  const look = therapist.getByRole("button", { name: "See who will be asked" });
  await look.click();
  await expect(therapist.getByText("Choose at least one text.")).toBeVisible();

  const day = therapist.getByLabel("Answer wanted by");
  await therapist.getByRole("checkbox", { name: "Recording our sessions" }).check();
  await day.fill("2020-01-01");
  await look.click();
  await expect(therapist.getByText("This day is over.")).toBeVisible();
  await expect(day).toBeFocused();
  await expect(therapist.getByRole("checkbox", { name: "Recording our sessions" })).toBeChecked();

  await day.fill("");
  await look.click();
  const plan = therapist.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText("1 patient will be asked, 1 question");
  await day.fill("2099-01-01");
  await expect(plan).toBeHidden();
  await day.fill("");
  await expect(plan).toContainText(patient.legalName);
});

test("what is pressed before the page's scripts are there loses nothing: the form waits for them", async ({
  harbor,
  therapist,
}) => {
  const patient = await addedPatient(harbor, [entered(0)]);
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  await therapist.route("**/_next/**/*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  const { id } = patient;
  await therapist.goto(`${routes.ask("harbor")}?patient=${id}`, { waitUntil: "commit" });
  const look = therapist.getByRole("button", { name: "See who will be asked" });
  await expect(look).toBeDisabled();
  await expect(therapist.getByRole("checkbox", { name: "Recording our sessions" })).toBeDisabled();
  arrive();
  await therapist.getByRole("checkbox", { name: "Recording our sessions" }).check();
  await look.click();
  await expect(therapist.getByRole("region", { name: "What will happen" })).toContainText(
    "1 patient will be asked, 1 question",
  );
});
