import { asked, entered } from "@/demo/story";
import { retireDisclosure } from "@/lib/publishing/retire-disclosure";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient, newSurname } from "./people";
import { makePractice } from "./practices";

test("what was chosen stays through a reload, a look elsewhere and back, until one begins anew", async ({
  pageOf,
}) => {
  const practice = await makePractice(["session-recording", "email-scheduling"]);
  const patient = await addedPatient(practice, [entered(0)]);
  const other = await addedPatient(practice, [entered(0), asked(0, ["email-scheduling"], null)]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  await page.goto(`${routes.ask(practice.slug)}?patient=${other.id}`);
  const recording = page.getByRole("checkbox", { name: "Recording our sessions" });
  const email = page.getByRole("checkbox", { name: "E-mail about appointments" });
  const chosen = page.getByRole("main").getByText(patient.legalName).filter({ visible: true });
  await recording.check();
  await page
    .getByRole("button", { name: "Choose the 1 patient who needs it and was not asked" })
    .last()
    .click();
  await expect(email).toBeChecked();
  await expect(chosen).toHaveCount(1);
  await page.getByLabel("Answer wanted by").fill("2030-01-01");

  await page.reload();
  await expect(page.getByText("This is what was chosen here before.")).toBeVisible();
  await expect(chosen).toHaveCount(1);
  await page.getByRole("button", { name: "See who will be asked" }).click();
  await page.getByRole("link", { name: "Send it again there" }).click();
  await expect(page.getByRole("heading", { name: other.legalName })).toBeVisible();
  await page.goBack();
  await expect(recording).toBeChecked();
  await expect(email).toBeChecked();
  await expect(page.getByLabel("Answer wanted by")).toHaveValue("2030-01-01");

  await page.getByRole("button", { name: "Begin anew" }).click();
  await expect(recording).not.toBeChecked();
  await expect(chosen).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: "See who will be asked" })).toBeEnabled();
  await expect(page.getByText("This is what was chosen here before.")).toHaveCount(0);
});

test("a new patient is asked the texts the practice chose as usual, in few presses, and never by themselves", async ({
  pageOf,
}) => {
  const practice = await makePractice(["video-platform", "email-scheduling", "session-recording"]);
  const page = await pageOf(practice.ownerEmail, practice.slug);
  const textOf = (name: string) => page.getByRole("checkbox", { name });
  await page.goto(routes.disclosures(practice.slug));
  const usual = page.getByRole("region", { name: "Asked of new patients" });
  await usual.getByRole("button", { name: "Choose these texts…" }).click();
  await textOf("How we meet by video").check();
  await textOf("E-mail about appointments").check();
  await usual.getByRole("button", { name: "Save" }).click();
  await expect(usual).toContainText("New patients are usually asked about 2 texts:");

  await page.goto(routes.newPatient(practice.slug));
  const surname = newSurname();
  await page.getByLabel("Legal name").fill(`Noor ${surname}`);
  await page.getByLabel("E-mail", { exact: true }).fill(`${surname.toLowerCase()}@patients.test`);
  await page.getByLabel("Date of birth").fill("1986-03-09");
  await page.getByRole("button", { name: "Add the patient" }).click();
  const said = page.getByRole("status").filter({ hasText: "was added." });
  await said.getByRole("link", { name: "Ask the usual 2 texts" }).click();
  await expect(page.getByText("The 2 usual texts for a new patient are ticked.")).toBeVisible();
  await expect(textOf("Recording our sessions")).not.toBeChecked();
  await page.getByRole("button", { name: "See who will be asked" }).click();
  const plan = page.getByRole("region", { name: "What will happen" });
  await expect(plan).toContainText("1 patient will be asked, 2 questions");

  await retireDisclosure(practice.staff.owner, {
    disclosureId: practice.texts.get("email-scheduling") ?? "",
  });
  const patient = await addedPatient(practice);
  await page.goto(routes.patient(practice.slug, patient.id));
  await page.getByRole("link", { name: "Ask the usual text" }).click();
  await expect(page.getByText("“E-mail about appointments” is no longer among them")).toBeVisible();
  await expect(textOf("How we meet by video")).toBeChecked();
});
