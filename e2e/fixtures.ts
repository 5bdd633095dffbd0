import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect as baseExpect,
  type Page,
} from "@playwright/test";
import { PlainPage } from "./plain-page";
import { demoStaff, openHarbor, type StoryPractice } from "./practices";
import { desk, phone, type Size } from "./screens";
import { isPatient, openSession, openSessionIn } from "./sessions";

/** A busy machine may be slow to answer; a promise that is not kept is not kept after a quarter of a minute either. */
export const expect = baseExpect.configure({ timeout: 15_000 });

type PageOf = (email: string, slug?: string, size?: Size) => Promise<Page>;

/** Who says no address is a stranger. */
export type RequestOf = (email?: string, slug?: string) => Promise<APIRequestContext>;
export type PlainPageOf = (email?: string, slug?: string, language?: string) => Promise<PlainPage>;

type Stories = {
  contextOf: (size: BrowserContextOptions) => Promise<BrowserContext>;
  /** A browser of its own, of the size this reader has, in which they are signed in already. */
  pageOf: PageOf;
  /** Asks as whoever is signed in, without any page. */
  requestOf: RequestOf;
  /** As `pageOf`, without scripts and without Chromium. */
  plainPageOf: PlainPageOf;
  therapist: Page;
};

/** Of the stories this process has told, by their kind. */
const left = new Map<string, BrowserContext[]>();

export const test = base.extend<Stories, { harbor: StoryPractice }>({
  harbor: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument
    async ({}, use) => {
      await use(await openHarbor());
    },
    { scope: "worker" },
  ],
  // A new context loads and compiles all scripts anew, so one goes from story to story, emptied. Its first page
  // stays, blank: it keeps the window open, and a window costs more than a page.
  contextOf: async ({ browser, locale, javaScriptEnabled, contextOptions }, use) => {
    const opened: [kind: string, context: BrowserContext][] = [];
    await use(async (size) => {
      const kind = JSON.stringify([size, locale, javaScriptEnabled, contextOptions]);
      const context = left.get(kind)?.pop() ?? (await openWindow(browser, size));
      opened.push([kind, context]);
      return context;
    });
    for (const [kind, context] of opened) {
      if (context.isClosed()) continue;
      const [, ...pages] = context.pages();
      await Promise.all(pages.map((page) => page.close()));
      await context.clearCookies();
      left.set(kind, [...(left.get(kind) ?? []), context]);
    }
  },
  context: async ({ contextOf, viewport, hasTouch, isMobile }, use) => {
    await use(await contextOf({ viewport, hasTouch, isMobile }));
  },
  pageOf: async ({ contextOf }, use) => {
    await use(async (email, slug = "harbor", size = isPatient(email) ? phone : desk) => {
      const context = await contextOf(size);
      await openSessionIn(context, email, slug);
      return context.newPage();
    });
  },
  requestOf: async ({ playwright }, use) => {
    const opened: APIRequestContext[] = [];
    await use(async (email, slug = "harbor") => {
      const cookies = email ? await openSession(email, slug) : [];
      const request = await playwright.request.newContext({ storageState: { cookies, origins: [] } });
      opened.push(request);
      return request;
    });
    for (const request of opened) await request.dispose();
  },
  plainPageOf: async ({ requestOf }, use) => {
    await use(async (email, slug, language) => new PlainPage(await requestOf(email, slug), language));
  },
  therapist: async ({ pageOf }, use) => {
    await use(await pageOf(demoStaff.therapist));
  },
});

async function openWindow(browser: Browser, size: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(size);
  await context.newPage();
  return context;
}
