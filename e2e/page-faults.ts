import { setTimeout as pause } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page, Request } from "@playwright/test";
import { expect } from "./fixtures";
import type { Shown } from "./pages";

export type Look = {
  /** Signed-in pages are not kept by the browser and carry the headers that protect them. */
  signedIn?: boolean;
  axe?: boolean;
  /** In which colours contrast is judged; light ones unless another is said. */
  colours?: readonly ("light" | "dark")[];
  /** Every button has room for a finger. */
  fingers?: boolean;
};

/** One visit of each page for all that is promised of every page. Findings are named, so that one run shows them all. */
export async function expectNoFaults(page: Page, pages: Shown[], look: Look): Promise<void> {
  const found = complaintsOf(page);
  const visit = visits(page);
  await page.addInitScript(reportPolicy);
  for (const { title, path } of pages) {
    const headers = await visit(path);
    await expect(page.getByRole("main")).toBeVisible();
    if (look.signedIn) found.push(...unprotected(headers).map((header) => `${title}: ${header}`));
    const aside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (aside > 0) found.push(`${title} is ${aside} px too wide`);
    if (look.fingers) found.push(...(await smallButtons(page)).map((button) => `${title}: ${button}`));
    if (look.axe) found.push(...(await axeFindings(page, title, look.colours)));
  }
  expect(found).toEqual([]);
}

/** Next loads styles ahead for what may come; the browser mentions it on a page that stays open for seconds. */
const unusedYet = /^The resource \S+\.css was preloaded using link preload but not used/;

/** What a page must never do: complain, fail, or speak to anybody but us. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !unusedYet.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== ownOrigin()) complaints.push(`asked ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  return complaints;
}

/** Goes there until nothing is asked for and nothing left to do for a moment: Playwright waits half a second for it. */
function visits(page: Page) {
  const asked = new Set<Request>();
  page.on("request", (request) => asked.add(request));
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
  const isIdle = async () => {
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    return asked.size === 0;
  };
  return async (path: string) => {
    asked.clear();
    const response = await page.goto(path);
    for (let idle = 0; idle < 3; idle = (await isIdle()) ? idle + 1 : 0) await pause(50);
    return response?.headers() ?? {};
  };
}

/** A script that catches what the content policy forbade leaves no error: the policy's own report says so. */
function reportPolicy() {
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    console.error(`The content policy forbade ${violatedDirective} ${blockedURI}`),
  );
}

function ownOrigin(): string {
  return new URL(process.env.APP_URL ?? "").origin;
}

const promised = {
  "cache-control": /no-store/,
  "content-security-policy": /script-src 'nonce-[^']+' 'strict-dynamic';/,
  "x-content-type-options": /^nosniff$/,
};

function unprotected(headers: Record<string, string>): string[] {
  return Object.entries(promised)
    .filter(([name, value]) => !value.test(headers[name] ?? ""))
    .map(([name]) => `${name} is ${headers[name]}`);
}

async function smallButtons(page: Page): Promise<string[]> {
  const small: string[] = [];
  for (const button of await page.getByRole("main").getByRole("button").all()) {
    const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    if (height < 44 || width < 44) small.push(`${await button.textContent()} ${width}x${height}`);
  }
  return small;
}

/** Everything once; contrast in these colours. */
export async function axeFindings(
  page: Page,
  title: string,
  colours: Look["colours"] = ["light"],
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const all = colours.includes("light") ? axe(page) : axe(page).disableRules("color-contrast");
  const { violations } = await all.analyze();
  if (colours.includes("dark")) {
    await page.emulateMedia({ colorScheme: "dark" });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme))
      .toBe("dark");
    violations.push(...(await axe(page).withRules(["color-contrast"]).analyze()).violations);
  }
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${title}: ${id} at ${target}`));
}

/** In the page itself, which is quicker than a page of its own and the same without frames. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}
