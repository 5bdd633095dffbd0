import postgres from "postgres";
import { entered, yes } from "@/demo/story";
import { listDutiesOfPatient } from "@/lib/duties/queries";
import { readPractice } from "@/lib/in-practice";
import { meetOn } from "@/lib/platforms/listed.fixture";
import { routes } from "@/lib/routes";
import { boardRow } from "./board";
import { downloaded, expectSealed } from "./copies";
import { expect, test } from "./fixtures";
import { newestMail } from "./mailbox";
import { addedPatient, asSeen, type StoryPatient } from "./people";
import { wayOf } from "./platforms";
import { demoStaff, makePractice } from "./practices";

const past = [
  entered(0),
  yes(0, "session-recording", ["look-back", "patient-copy"]),
  yes(0, "email-scheduling"),
];

async function openDuties({ id, practice }: StoryPatient) {
  const { owner } = practice.staff;
  const all = await readPractice(owner, (tx) => listDutiesOfPatient(tx, owner, id));
  return all.filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind);
}

test("one use ends, and the patient reads what the practice does about it and by when", async ({
  harbor,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, past);
  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await page.getByRole("button", { name: "Take back this use: You watch it again" }).click();
  await expect(page.getByText("What was seen until now cannot be unseen.")).toBeVisible();
  await expect(page.getByText("we make sure that this use has stopped")).toBeVisible();
  await expect(page.getByText("we settle with you what becomes of earlier recordings")).toBeVisible();
  expect(await openDuties(patient)).toEqual(["stop-use", "decide-recordings"]);
});

test("everything is taken back with one press", async ({ harbor, pageOf }) => {
  const patient = await addedPatient(harbor, past);
  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await page.getByRole("button", { name: "Take back everything" }).click();

  await expect(page.getByRole("heading", { name: "Done", exact: true })).toBeVisible();
  await expect(page.getByText("none of this is allowed any more")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Recording our sessions" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "E-mail about appointments" })).toBeVisible();
  await expect(page.getByText("we stop sending e-mail about this")).toBeVisible();

  await page.goto(routes.myConsents("harbor"));
  await expect(page.getByText("Nothing of it is allowed any more.")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Take back everything" })).toHaveCount(0);
});

test("without JavaScript too, everything is taken back with one press", async ({ harbor, plainPageOf }) => {
  const patient = await addedPatient(harbor, past);
  const page = await plainPageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await page.press("Take back everything");

  page.one("heading", "Done");
  expect(page.text).toContain("none of this is allowed any more");
  page.one("heading", "Recording our sessions");
  page.one("heading", "E-mail about appointments");
  expect(page.text).toContain("we stop sending e-mail about this");

  const done = page.url;
  await page.goto(routes.myConsents("harbor"));
  expect(page.text.split("Nothing of it is allowed any more.")).toHaveLength(3);
  expect(page.has("button", "Take back everything")).toBe(false);

  await page.goto(done);
  await page.press("Put everything back");
  page.one("heading", "Put back");
  expect(page.text).toContain("What you had allowed counts again.");
  expect(page.has("button", "Put everything back")).toBe(false);
  await page.goto(routes.myConsents("harbor"));
  expect(page.text).not.toContain("Nothing of it is allowed any more.");
  page.one("button", "Take back everything");
  expect(await openDuties(patient)).toEqual([]);
});

/** As only somebody with the owner's access to the database can. */
async function tenMinutesPass(patientId: string) {
  const sql = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  await sql.unsafe(`begin;
    alter table withdrawals disable trigger refuse_change;
    update withdrawals set withdrawn_at = withdrawn_at - interval '10 minutes' where patient_id = '${patientId}';
    alter table withdrawals enable trigger refuse_change;
    commit`);
  await sql.end();
}

test("after ten minutes a press that waited on the page is refused with a sentence", async ({
  harbor,
  plainPageOf,
}) => {
  const patient = await addedPatient(harbor, past);
  const page = await plainPageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await page.press("Take back everything");
  await tenMinutesPass(patient.id);
  await page.press("Put everything back");
  expect(page.text).toContain("The ten minutes are over, so this stays taken back.");
  expect(page.has("button", "Put everything back")).toBe(false);
});

test("staff see what is to do until it is done, and the patient sees that it was", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const patient = await addedPatient(harbor, past);
  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  await page.getByRole("button", { name: "Take back everything" }).click();
  await expect(page.getByRole("heading", { name: "Done", exact: true })).toBeVisible();

  await therapist.goto(routes.desk("harbor"));
  const own = therapist.getByRole("listitem").filter({ hasText: patient.legalName });
  const today = own.first().getByRole("listitem");
  await expect(today.filter({ hasText: "make sure that nothing records their sessions" })).toContainText(
    "by ",
  );
  const email = today.filter({ hasText: "stop sending e-mail" });
  await email.getByRole("button", { name: "Done…" }).click();
  await email.getByLabel("How (optional)").fill("Taken off the list.");
  await email.getByRole("button", { name: "Note as done" }).click();
  await expect(therapist.getByRole("status").filter({ hasText: "Noted as done for" })).toBeVisible();
  await expect(email).toHaveCount(0);

  await therapist.goto(routes.patient("harbor", patient.id));
  const duties = therapist.getByRole("region", { name: "To do after a withdrawal" });
  await expect(duties).toContainText("Taken off the list.");
  expect(await openDuties(patient)).toEqual(["stop-recording", "decide-recordings"]);

  await page.reload();
  await expect(page.getByText("Done on")).toBeVisible();
});

test("what was said on the phone counts at once, and the patient gets word and a copy that says who noted it", async ({
  harbor,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, past);
  const office = await pageOf(demoStaff.office);
  await office.goto(routes.patient("harbor", patient.id));
  const row = office.getByRole("row").filter({ hasText: "E-mail about appointments" });
  await row.getByRole("button", { name: "Said it aloud: take back…" }).click();
  await row.getByRole("button", { name: "Take back now" }).click();
  await expect(row.getByText("Choose what is taken back.")).toBeVisible();
  await expect(row.getByText("Choose how it was said.")).toBeVisible();
  await row.getByLabel("This answer").check();
  await row.getByLabel("On the phone").check();
  await row.getByRole("button", { name: "Take back now" }).click();
  await expect(row).toContainText("Said on the phone, noted by");

  const mail = await newestMail(office, patient.email, 0, "Noted: your change counts");
  await expect(mail).toContainText("It has counted from that moment.");
  const page = await pageOf(patient.email);
  await page.goto(routes.myConsents("harbor"));
  const consent = page.getByRole("region", { name: "E-mail about appointments" });
  await expect(consent).toContainText("that you said aloud to take this back");
  await expect(consent).toContainText("Please call");
  await page.goto(routes.myDocuments("harbor"));
  const taken = page.getByRole("listitem").filter({ hasText: "You took it back" });
  const copy = await downloaded(page, taken.getByRole("link", { name: "Download signed copy" }));
  const record = await expectSealed(page, copy, "harbor");
  expect(record).toMatchObject({
    meaning: "withdraws",
    signer: { printedName: null },
    evidence: { mark: "spoken", route: "phone" },
  });
  expect(record.notedBy?.name).toBeTruthy();
  await page.goto(routes.myActivity("harbor"));
  await expect(page.getByText("noted that you said aloud to take back the answer")).toBeVisible();
});

test("what was taken back is no longer where we meet, for either side, until another way is agreed", async ({
  pageOf,
}) => {
  const practice = await makePractice(["video-platform", "session-recording"]);
  const { slug, staff, ownerEmail } = practice;
  await meetOn(staff, await wayOf(practice, "zoom"));
  await wayOf(practice, "phone");
  const answers = [yes(0, "video-platform"), yes(0, "session-recording")];
  const patient = await addedPatient(practice, [entered(0), ...answers]);
  const page = await pageOf(patient.email, slug);
  const toAgree = page.getByText("You took this back; we agree on another way by", { exact: false });
  await page.goto(routes.my(slug));
  await expect(page.getByText("Where we meet now: Zoom")).toBeVisible();
  await expect(toAgree).toHaveCount(0);
  await page.goto(routes.myConsents(slug));
  await page.getByRole("button", { name: "Take back everything" }).click();
  await expect(page.getByRole("heading", { name: "Done", exact: true })).toBeVisible();
  await page.goto(routes.my(slug));
  await expect(page.getByText("Meeting on Zoom:")).toBeVisible();
  await expect(toAgree).toBeVisible();
  await page.goto(routes.join(slug));
  await expect(toAgree).toBeVisible();
  await expect(page.getByText("We meet on Zoom.")).toHaveCount(0);

  await page.goto(routes.takenBack(slug, patient.id));
  await page.getByRole("button", { name: "Put everything back" }).click();
  await expect(page.getByRole("heading", { name: "Put back", exact: true })).toBeVisible();
  await page.goto(routes.my(slug));
  await expect(page.getByText("Where we meet now: Zoom")).toBeVisible();
  await expect(toAgree).toHaveCount(0);
  await page.goto(routes.join(slug));
  await expect(page.getByText("We meet on Zoom.")).toBeVisible();
  const desk = await pageOf(ownerEmail, slug);
  await desk.goto(routes.desk(slug));
  await expect(desk.getByRole("heading", { name: "Taken back" })).toHaveCount(0);
  await expect((await boardRow(desk, patient)).getByRole("link", { name: "Agree another way" })).toHaveCount(
    0,
  );

  await page.goto(routes.myConsents(slug));
  await page.getByRole("button", { name: "Take back everything" }).click();
  await expect(page.getByRole("button", { name: "Put everything back" })).toBeVisible();
  const row = await boardRow(desk, patient);
  await row.getByRole("link", { name: "Agree another way" }).click();
  await desk.getByRole("button", { name: "Assign a room, Zoom" }).click();
  await expect(desk.getByText("It is better to agree another way first.", { exact: false })).toBeVisible();
  await expect(desk.getByRole("button", { name: "Assign all the same" })).toBeVisible();
  await desk.getByRole("button", { name: "Not now" }).click();
  const meeting = desk.getByRole("region", { name: "Where we meet", exact: true });
  await expect(meeting.getByText("Another way is to be agreed by", { exact: false })).toBeVisible();
  await meeting.getByRole("button", { name: "Meet another way…" }).click();
  await meeting.getByLabel("How they meet").selectOption({ label: "phone" });
  await meeting.getByRole("button", { name: "Save" }).click();
  const said = desk.getByRole("status").filter({ hasText: "Noted for" });
  await expect(said).toContainText(`${patient.legalName}: phone.`, asSeen);

  await page.goto(routes.my(slug));
  await expect(page.getByText("Where we meet now: phone")).toBeVisible();
  await expect(toAgree).toHaveCount(0);
});
