import { asked, back, entered, openedSample, talkFirst, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { axeFindings, expectNoFaults, type Look } from "./page-faults";
import { everyPage, staffReader } from "./pages";
import { addedPatient, requestOf } from "./people";
import { desk, phone } from "./screens";

const open = "session-recording";
const answered = "video-sharing";
const past = [
  entered(0),
  yes(0, "electronic-records"),
  openedSample(0),
  yes(0, "privacy-notice"),
  yes(0, answered, ["shared-folder", "handed-over"]),
  back(0, answered, ["handed-over"]),
  asked(0, ["email-scheduling", open], 7),
  talkFirst(0, "email-scheduling"),
];
const words = {
  en: { no: "No to all of these", review: "Review my answers", name: "Type your full name" },
  es: { no: "No a todo esto", review: "Revisar mis respuestas", name: "Escriba su nombre completo" },
};
const promise = "asks no third party, complains of nothing, fits, and axe finds nothing on it";

test.use({ contextOptions: { reducedMotion: "reduce" } });
// Thirty pages, each looked at for everything.
test.describe.configure({ timeout: 360_000 });

test(`every page of staff ${promise}`, async ({ harbor, pageOf }) => {
  const pages = await everyPage(await addedPatient(harbor, past), open, answered);
  await expectNoFaults(await pageOf(staffReader), pages("staff"), {
    signedIn: true,
    axe: true,
    colours: ["light", "dark"],
  });
});

test("so it does on a phone, whatever somebody is called, with room for a finger on every button", async ({
  harbor,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, past, { calledName: `Ñ${"b".repeat(83)}` });
  const pages = await everyPage(patient, open, answered);
  const page = await pageOf(staffReader, "harbor", phone);
  await expectNoFaults(page, pages("staff"), { signedIn: true, axe: true, fingers: true });
});

for (const language of ["en", "es"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ ...phone, locale: language });
    // Colours do not depend on the language.
    const look: Look = { axe: true, colours: language === "en" ? ["light", "dark"] : [] };

    test(`every page anybody reads ${promise}`, async ({ page, harbor }) => {
      const pages = await everyPage(await addedPatient(harbor, past), open, answered);
      await expectNoFaults(page, pages("anybody"), look);
    });

    test(`every page of a patient ${promise}`, async ({ harbor, pageOf }) => {
      const patient = await addedPatient(harbor, past, { language });
      const pages = await everyPage(patient, open, answered);
      const newcomer = await addedPatient(harbor, [], { language });
      await expectNoFaults(await pageOf(newcomer.email), pages("newcomer"), look);
      const own = await pageOf(patient.email);
      await expectNoFaults(own, pages("patient"), { signedIn: true, ...look });

      const { no, review, name } = words[language];
      await own.goto(routes.request("harbor", (await requestOf(patient, open)).id));
      await own.getByRole("button", { name: no }).click();
      await own.getByRole("button", { name: review }).click();
      await own.getByLabel(name).waitFor();
      expect(await axeFindings(own, "review", look.colours)).toEqual([]);
    });
  });
}

test("what anybody or a patient reads fits on a desk too, and is as quiet there", async ({
  harbor,
  page,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, past);
  const pages = await everyPage(patient, open, answered);
  await expectNoFaults(page, pages("anybody"), {});
  await expectNoFaults(await pageOf(patient.email, "harbor", desk), pages("patient"), { signedIn: true });
  const newcomer = await addedPatient(harbor);
  await expectNoFaults(await pageOf(newcomer.email, "harbor", desk), pages("newcomer"), {});
});
