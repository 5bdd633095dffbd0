import { beforeAll, expect, test } from "vitest";
import { type MadePractice, makeDisclosure, makePatient, makePractice, makeVersion } from "@/db/factories";
import { NotFound, Refused } from "@/lib/errors";
import { testDatabase } from "@/test/database";
import { askPage } from "./ask-page";
import { askPatients } from "./ask-patients";
import { disclosurePage, disclosuresPage } from "./disclosure-page";

await testDatabase();

let made: MadePractice;
let disclosureId: string;

beforeAll(async () => {
  made = await makePractice();
  disclosureId = (await makeDisclosure(made)).disclosure.id;
  await makeVersion(made, disclosureId, { effectiveFrom: new Date("2999-01-01") });
  const { patient } = await makePatient(made);
  await makePatient(made, { legalName: "Zoe Nobody", email: null });
  await makePatient(made, { archived: true });
  await askPatients(made.office, { patientIds: [patient.id], disclosureIds: [disclosureId], dueOn: null });
});

test("counts where the active patients stand", async () => {
  const { rows } = await disclosuresPage(made.owner, "en");
  expect(rows).toMatchObject([
    { versions: 2, current: { number: 1 }, counts: { requested: 1, "not-asked": 1 } },
  ]);
});

test("shows every published version in both languages, and which is in force", async () => {
  const { versions, currentId } = await disclosurePage(made.auditor, disclosureId, "en");
  expect(versions.map(({ number }) => number)).toEqual([2, 1]);
  expect(versions[0]?.texts.map(({ language }) => language)).toEqual(["en", "es"]);
  expect(currentId).toBe(versions[1]?.id);
});

test("another practice's disclosure is not found", async () => {
  const foreign = await makePractice();
  await expect(disclosurePage(foreign.owner, disclosureId, "en")).rejects.toBeInstanceOf(NotFound);
});

test("only active patients can be asked, and who has no e-mail is marked", async () => {
  const { people } = await askPage(made.office, "en");
  expect(people.map(({ hasEmail }) => hasEmail)).toEqual([true, false]);
  await expect(askPage(made.auditor, "en")).rejects.toBeInstanceOf(Refused);
});
