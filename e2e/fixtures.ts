import { type APIRequestContext, test as base, expect as baseExpect, type Page } from "@playwright/test";
import { PlainPage } from "./plain-page";
import { demoStaff, openHarbor, type StoryPractice } from "./practices";
import { desk, phone, type Size } from "./screens";
import { isPatient, openSession, openSessionIn } from "./sessions";

/** A busy machine may be slow to answer; a promise that is not kept is not kept after a quarter of a minute either. */
export const expect = baseExpect.configure({ timeout: 15_000 });

type PageOf = (email: string, slug?: string, size?: Size) => Promise<Page>;

export type PlainPageOf = (email?: string, slug?: string, language?: string) => Promise<PlainPage>;

type Stories = {
  /** A browser of its own, of the size this reader has, in which they are signed in already. */
  pageOf: PageOf;
  /** As `pageOf`, without scripts and without Chromium; whoever says no address is a stranger. */
  plainPageOf: PlainPageOf;
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
  plainPageOf: async ({ playwright }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (email, slug = "harbor", language) => {
      const cookies = email ? await openSession(email, slug) : [];
      const request = await playwright.request.newContext({ storageState: { cookies, origins: [] } });
      opened.push(request);
      return new PlainPage(request, language);
    });
    for (const request of opened) await request.dispose();
  },
  therapist: async ({ pageOf }, use) => {
    await use(await pageOf(demoStaff.therapist));
  },
});
