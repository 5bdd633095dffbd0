import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { asked, back, entered, openedSample, talkFirst, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { everyPage, type Shown, staffReader } from "./pages";
import { addedPatient, requestOf } from "./people";
import { phone } from "./screens";

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

test.use({ contextOptions: { reducedMotion: "reduce" } });
test.slow();

/** Names the page with each finding, so that one run shows them all. */
async function expectNothingFound(page: Page, pages: Shown[]) {
  const found: string[] = [];
  for (const { title, path } of pages) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    found.push(...(await findings(page, title)));
  }
  expect(found).toEqual([]);
}

/** Everything in light colours; in dark ones what colours can change. */
async function findings(page: Page, title: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await new AxeBuilder({ page }).setLegacyMode().analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme))
    .toBe("dark");
  const dark = await new AxeBuilder({ page }).setLegacyMode().withRules(["color-contrast"]).analyze();
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${title}: ${id} at ${target}`),
  );
}

test("axe finds nothing on the pages of staff", async ({ harbor, pageOf }) => {
  const pages = await everyPage(await addedPatient(harbor, past), open, answered);
  await expectNothingFound(await pageOf(staffReader), pages("staff"));
});

test.describe("at a phone's width", () => {
  test.use(phone);

  test("axe finds nothing on the pages of staff", async ({ harbor, pageOf }) => {
    const pages = await everyPage(await addedPatient(harbor, past), open, answered);
    await expectNothingFound(await pageOf(staffReader), pages("staff"));
  });
});

for (const language of ["en", "es"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ ...phone, locale: language });

    test("axe finds nothing on the pages anybody reads", async ({ page, harbor }) => {
      const pages = await everyPage(await addedPatient(harbor, past), open, answered);
      await expectNothingFound(page, pages("anybody"));
    });

    test("axe finds nothing on the pages of a patient", async ({ harbor, pageOf }) => {
      const newcomer = await pageOf((await addedPatient(harbor, [], { language })).email);
      await expectNothingFound(newcomer, [{ title: "myEntry", path: routes.myEntry("harbor") }]);

      const patient = await addedPatient(harbor, past, { language });
      const pages = await everyPage(patient, open, answered);
      const own = await pageOf(patient.email);
      await expectNothingFound(own, pages("patient"));

      const { no, review, name } = words[language];
      await own.goto(routes.request("harbor", (await requestOf(patient, open)).id));
      await own.getByRole("button", { name: no }).click();
      await own.getByRole("button", { name: review }).click();
      await own.getByLabel(name).waitFor();
      expect(await findings(own, "review")).toEqual([]);
    });
  });
}
