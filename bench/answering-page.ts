import { gunzipSync, gzipSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { routes } from "@/lib/routes";
import { en } from "@/locales/en/texts";
import { findChromium } from "@/scripts/chromium";
import { visitor } from "./browser-like";
import { questionsAboutRecording } from "./copy-ready";
import { type Figure, figureOf } from "./figures";
import type { Installation } from "./installation";
import { textOf } from "./plain-form";
import type { BenchPractice } from "./practice";
import type { Sizes } from "./sizes";

const phone = { width: 390, height: 844 };

/** What the answering page makes a phone load, and how long until its buttons do what they say. */
export async function measureAnsweringPage(
  installation: Installation,
  practice: BenchPractice,
  { visits }: Sizes["page"],
): Promise<Figure[]> {
  const [question] = await questionsAboutRecording(practice, 1);
  if (!question) throw new Error("Nobody was asked.");
  const { cookie } = question.patient;
  const path = routes.request(practice.practice.slug, question.asked.requestId);
  const weights = await scriptWeights(installation.origin, path, cookie);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const [plain, throttled] = [await usableTimes(1), await usableTimes(4)];
  await browser.close();

  const total = weights.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
  return [
    figureOf("page", "JavaScript of the answering page, gzip", "kB", [total], { atMost: 200 }),
    ...weights.map(({ file, kilobytes }) => figureOf("page", `  ${file}`, "kB", [kilobytes])),
    figureOf("page", "Answering page usable, cold cache", "ms", plain.usable, { atMost: 1_000 }),
    figureOf("page", "  first paint", "ms", plain.painted),
    figureOf("page", "  usable with the CPU four times slower", "ms", throttled.usable),
    figureOf("page", "  first paint with the CPU four times slower", "ms", throttled.painted),
  ];

  async function usableTimes(slowdown: number) {
    const times = { usable: [] as number[], painted: [] as number[] };
    for (let visit = 0; visit < visits; visit++) {
      const context = await coldContext(browser, installation.origin, cookie);
      const { usable, painted } = await openOnce(context, `${installation.origin}${path}`, slowdown);
      times.usable.push(usable);
      times.painted.push(painted);
      await context.close();
    }
    return times;
  }
}

/** Every script the page names, but not those for browsers without modules. */
async function scriptWeights(origin: string, path: string, cookie: string) {
  const client = visitor(origin, 4);
  const page = textOf(await client.visit({ path, cookie }));
  const tags = page.match(/<script[^>]*\ssrc="[^"]*"[^>]*>/g) ?? [];
  const files = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .map((tag) => /\ssrc="([^"]*)"/.exec(tag)?.[1] ?? "");
  const weights = [];
  for (const file of new Set(files)) {
    const { body, headers } = await client.visit({ path: file, cookie });
    const script = headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
    const name = file.split("/").at(-1)?.split("?")[0] ?? file;
    weights.push({ file: name, kilobytes: gzipSync(script, { level: 9 }).length / 1_000 });
  }
  client.close();
  return weights.toSorted((a, b) => b.kilobytes - a.kilobytes);
}

async function coldContext(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: phone, locale: "en-US" });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: origin }]);
  return context;
}

/** React has taken a button over once it carries its properties: from then on pressing it runs our code. */
async function openOnce(context: BrowserContext, address: string, slowdown: number) {
  const page = await context.newPage();
  if (slowdown > 1) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  }
  await page.goto(address, { waitUntil: "commit" });
  // Playwright's own waiting puts 300 kB of script into the page first, which a slow phone would be charged for.
  const usable = await page.evaluate(
    (review) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error("The page has no button that our code took over.")), 60_000);
        const timer = setInterval(() => {
          const button = [...document.querySelectorAll("main form button")].find(
            ({ textContent }) => textContent === review,
          );
          if (!button || !Object.keys(button).some((key) => key.startsWith("__reactProps"))) return;
          clearInterval(timer);
          resolve(performance.now());
        }, 4);
      }),
    en.answer.review,
  );
  const painted = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  return { usable, painted };
}
