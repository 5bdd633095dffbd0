import { expect, test } from "vitest";
import { chooseUsualTexts } from "@/lib/disclosures/choose-usual-texts";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { makeDrafted } from "@/lib/publishing/publishing.fixture";
import { retireDisclosure } from "@/lib/publishing/retire-disclosure";
import { askPatients } from "@/lib/requests/ask-patients";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { askPage } from "./ask";
import { patientPage } from "./patient";

await testDatabase();

test("who asks has the sentences to say aloud, of the version that is asked about and in each language", async () => {
  const { made, input } = await makeDrafted();
  const { versionId } = await publishDraft(made.owner, input);
  const { disclosures } = await askPage(made.office, "en");
  expect(disclosures[0]?.sayAloud.toSorted((a, b) => a.language.localeCompare(b.language))).toEqual([
    { versionId, language: "en", words: "May I?" },
    { versionId, language: "es", words: "May I?" },
  ]);
});

test("whoever asks a new patient is offered the usual texts, and reads which fell out of them", async () => {
  const made = await makePractice();
  const [kept, gone] = [await makeDisclosure(made), await makeDisclosure(made)];
  const disclosureIds = [kept.disclosure.id, gone.disclosure.id];
  await chooseUsualTexts(made.owner, { disclosureIds });
  await retireDisclosure(made.owner, { disclosureId: gone.disclosure.id });
  const page = await askPage(made.office, "en");
  expect(page.usual).toEqual([kept.disclosure.id]);
  expect(page.fallenOut).toMatchObject([{ title: "Recording our sessions", retiredAt: expect.any(Date) }]);
  const { patient } = await makePatient(made);
  const usualOf = async () => (await patientPage(made.office, patient.id, "en")).usual;
  expect(await usualOf()).toBe(1);
  await askPatients(made.office, {
    patientIds: [patient.id],
    disclosureIds: [kept.disclosure.id],
    dueOn: null,
  });
  expect(await usualOf()).toBe(0);
});
