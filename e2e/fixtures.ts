import { test as base, expect as baseExpect, type Page } from "@playwright/test";
import { demoStaff, openHarbor, type StoryPractice } from "./practices";
import { desk, phone, type Size } from "./screens";
import { isPatient, openSessionIn } from "./sessions";

/** A busy machine may be slow to answer; a promise that is not kept is not kept after a quarter of a minute either. */
export const expect = baseExpect.configure({ timeout: 15_000 });

type PageOf = (email: string, slug?: string, size?: Size) => Promise<Page>;

type Stories = {
  /** A browser of its own, of the size this reader has, in which they are signed in already. */
  pageOf: PageOf;
  therapist: Page;
};

export const test = base.extend<Stories, { harbor: StoryPractice }>({
  harbor: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument
    async ({}, use) => {
      await use(await openHarbor());
    },
    { scope: "worker" },
  ],
  pageOf: async ({ browser }, use) => {
    const opened: Page[] = [];
    await use(async (email, slug = "harbor", size = isPatient(email) ? phone : desk) => {
      const context = await browser.newContext(size);
      await openSessionIn(context, email, slug);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  therapist: async ({ pageOf }, use) => {
    await use(await pageOf(demoStaff.therapist));
  },
});
