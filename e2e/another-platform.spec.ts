import { entered } from "@/demo/story";
import { today } from "@/lib/dates";
import { routes } from "@/lib/routes";
import { yearAfterNext } from "./days";
import { expect, test } from "./fixtures";
import { addedPatient } from "./people";
import { trialThatEnded, wayOf, wishOf } from "./platforms";
import { makePractice } from "./practices";

test("a patient asks for the phone without a reason, and reads the therapist's answer", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  await wayOf(harbor, "phone");
  await wayOf(harbor, "in-person");
  const { email, legalName } = await addedPatient(harbor, [entered(0)]);
  const page = await pageOf(email);
  await page.goto(routes.my("harbor"));
  await page.getByRole("link", { name: "Another way to meet" }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Choose one of these.")).toBeVisible();
  await page.getByRole("group", { name: "I would rather use" }).getByLabel("Phone").check();
  await page.getByRole("group", { name: "Your next session" }).getByLabel("In person").check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Your wish has arrived: phone.")).toBeVisible();
  await expect(page.getByText("You chose for your next session: in person.")).toBeVisible();
  for (const first of [routes.my("harbor"), routes.join("harbor")]) {
    await page.goto(first);
    await expect(page.getByText("Next session in person.")).toBeVisible();
  }
  await page.goto(routes.myPlatform("harbor"));

  await therapist.goto(routes.desk("harbor"));
  const onToday = therapist.getByRole("listitem").filter({ hasText: legalName }).getByRole("listitem");
  await expect(onToday).toHaveCount(2);
  const waiting = onToday.filter({ hasText: "would like to meet another way: phone." });
  await waiting.getByRole("link", { name: "Show" }).click();
  await expect(therapist.getByText("No reason given, none needed.")).toBeVisible();
  await therapist.getByRole("button", { name: "Try until …" }).click();
  await therapist.getByLabel("Last day of the trial").fill("2000-01-01");
  await therapist.getByRole("button", { name: "Agree to a trial" }).click();
  await expect(
    therapist.getByText("The last day of the trial is before its first. Choose a later one."),
  ).toBeVisible();
  await therapist.getByLabel("Last day of the trial").fill(`${yearAfterNext}-01-01`);
  await therapist.getByRole("button", { name: "Agree to a trial" }).click();
  await expect(therapist.getByText("not read by the patient yet")).toBeVisible();

  await page.reload();
  await expect(page.getByText("The answer is yes: phone, on trial")).toBeVisible();
  await expect(page.getByRole("link", { name: "Read what is different there" })).toBeVisible();
  await page.getByRole("button", { name: "Take my wish back" }).click();
  await expect(page.getByText("You took your wish back", { exact: false })).toBeVisible();
  await expect(page.getByText("Nothing was changed.", { exact: false })).toBeVisible();
  await therapist.reload();
  await expect(therapist.getByText("Taken back by the patient", { exact: false })).toBeVisible();
});

test("a therapist proposes, and the patient would rather not", async ({ harbor, pageOf, therapist }) => {
  await wayOf(harbor, "phone");
  const { email, id } = await addedPatient(harbor, [entered(0)]);
  await therapist.goto(routes.patient("harbor", id));
  await therapist.getByRole("button", { name: "Propose another way" }).click();
  await therapist.getByRole("button", { name: "Propose it" }).click();
  await expect(therapist.getByLabel(/^Way to meet/)).toHaveAttribute("aria-invalid", "true");
  await therapist.getByLabel(/^Way to meet/).selectOption({ label: "phone" });
  await therapist.getByRole("radio", { name: "until further notice" }).check();
  await therapist.getByRole("button", { name: "Propose it" }).click();
  await expect(therapist.getByText("Yes from", { exact: false }).first()).toBeVisible();
  const page = await pageOf(email);
  await page.goto(routes.my("harbor"));
  await expect(page.getByRole("link", { name: /^Another way to meet: please read/ })).toBeVisible();
  await page.goto(routes.myPlatform("harbor"));
  await expect(page.getByText("Your therapist proposes: phone", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "No, I would rather not" }).click();
  await expect(page.getByText("that you would rather not. Nothing was changed.")).toBeVisible();
});

test("what is not possible says why in the patient's language", async ({ harbor, pageOf, therapist }) => {
  await wayOf(harbor, "phone");
  const about = { language: "es", calledName: "Sol" } as const;
  const { email, id } = await addedPatient(harbor, [entered(0)], about);
  const page = await pageOf(email);
  await page.goto(routes.myPlatform("harbor"));
  await page.getByLabel("Otra cosa").check();
  await page.getByLabel("¿Qué preferiría usar?").fill("Skype");
  await page.getByRole("button", { name: "Enviar" }).click();
  await expect(page.getByText("Su petición llegó: Skype.", { exact: false })).toBeVisible();

  await therapist.goto(routes.patient("harbor", id));
  await therapist.getByRole("link", { name: "Skype" }).click();
  await therapist.getByRole("button", { name: "Not possible, because …" }).click();
  await therapist.getByRole("radio", { name: "no agreement with the company" }).check();
  await expect(therapist.getByText("No puedo ofrecerle este servicio", { exact: false })).toBeVisible();
  await expect(therapist.getByText("I cannot offer this service", { exact: false })).toBeVisible();
  await therapist.getByLabel("In your own words").fill("Lo hablamos el martes.");
  await therapist.getByRole("button", { name: "Say that it is not possible" }).click();
  await expect(therapist.getByText("Not possible: no agreement", { exact: false })).toBeVisible();

  await page.reload();
  await expect(page.getByText("De momento esto no es posible: Skype.")).toBeVisible();
  await expect(
    page.getByText("la empresa no firma un acuerdo de privacidad", { exact: false }),
  ).toBeVisible();
  await expect(page.getByText("Lo hablamos el martes.")).toBeVisible();
});

test("a trial begins once the patient has read and signed what is different, and one press goes back", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  await wayOf(harbor, "phone");
  const { email, id, legalName } = await addedPatient(harbor, [entered(0)]);
  const page = await pageOf(email);
  await page.goto(routes.myPlatform("harbor"));
  await page.getByRole("group", { name: "I would rather use" }).getByLabel("Phone").check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Your wish has arrived: phone.")).toBeVisible();

  await therapist.goto(routes.patient("harbor", id));
  await therapist.locator("#wishes").getByRole("link", { name: "phone" }).click();
  await therapist.getByRole("button", { name: "Try until …" }).click();
  await therapist.getByLabel("Last day of the trial").fill(`${yearAfterNext}-01-01`);
  await therapist.getByRole("button", { name: "Agree to a trial" }).click();
  await expect(therapist.getByText("not read by the patient yet")).toBeVisible();

  await page.reload();
  await page.getByRole("link", { name: "Read what is different there" }).click();
  await page.getByRole("button", { name: "I have read it" }).click();
  await page.getByLabel("Type your full name").fill(legalName);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(page.getByRole("link", { name: "Download signed copy" })).toBeVisible();
  await page.goto(routes.myPlatform("harbor"));
  await expect(page.getByText("We meet: phone.")).toBeVisible();
  await expect(page.getByText("We are trying this until", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: /^Go back/ }).click();
  await expect(page.getByText("You went back on", { exact: false })).toBeVisible();
  await therapist.reload();
  await expect(therapist.getByText("The patient went back on", { exact: false })).toBeVisible();
});

test("what was explained in the session counts like a signature, and the therapist may go back", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  await wayOf(harbor, "phone");
  const patient = await addedPatient(harbor, [entered(0)]);
  const wishId = await wishOf(patient);
  await therapist.goto(routes.platformRequest("harbor", wishId));
  await therapist.getByRole("button", { name: "Explained in the session on …" }).click();
  await therapist.getByLabel("Day of the session").fill(today(new Date(), "America/Los_Angeles"));
  await therapist.getByRole("button", { name: "Note it" }).click();
  await expect(therapist.getByText("In use since", { exact: false })).toBeVisible();
  const page = await pageOf(patient.email);
  await page.goto(routes.myPlatform("harbor"));
  await expect(page.getByText("We meet: phone.")).toBeVisible();
  await expect(page.getByText("was explained to you on", { exact: false })).toBeVisible();
  await therapist.getByRole("button", { name: /^Go back/ }).click();
  await expect(therapist.getByText("The practice went back on", { exact: false })).toBeVisible();
  await page.reload();
  await expect(page.getByText("We went back on", { exact: false })).toBeVisible();
});

test("a trial that is over is gone back from by itself, for both to see", async ({ pageOf }) => {
  const practice = await makePractice([]);
  const { slug, ownerEmail } = practice;
  await wayOf(practice, "phone");
  const patient = await addedPatient(practice, [entered(0)]);
  const wishId = await trialThatEnded(patient);
  const page = await pageOf(patient.email, slug);
  await page.goto(routes.myPlatform(slug));
  await expect(page.getByText("The trial ended on", { exact: false })).toBeVisible();
  const owner = await pageOf(ownerEmail, slug);
  await owner.goto(routes.desk(slug));
  const waiting = owner.getByRole("listitem").filter({ hasText: patient.legalName });
  await waiting.getByRole("link", { name: "Show" }).click();
  await expect(owner).toHaveURL(routes.platformRequest(slug, wishId));
  await expect(owner.getByText("The trial ended on", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: /^Leave it as before/ }).click();
  await expect(page.getByText("You went back on", { exact: false })).toBeVisible();
  await owner.getByRole("button", { name: /^Keep/ }).click();
  await expect(
    owner.getByText("The patient went back to how you met before.", { exact: false }),
  ).toBeVisible();
});
