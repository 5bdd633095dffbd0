import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page, TestInfo } from "@playwright/test";
import { routes } from "@/lib/routes";
import { largestFile } from "@/verifier/verdict";
import { expect, test } from "./fixtures";

const sealed = path.resolve("verifier/earlier-copy.fixture.pdf");
const head = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n";
const slow = {
  "one name": (size: number) => `${head}/${"#41".repeat(size / 3)}`,
  "one array": (size: number) => `${head}[${"1 ".repeat(size / 2)}]\nendobj\n`,
};

async function openKept(page: Page, info: TestInfo) {
  const kept = info.outputPath("verify.html");
  await writeFile(kept, await (await page.request.get(routes.offlineVerifier)).body());
  await page.goto(pathToFileURL(kept).href);
}

const places = {
  "the page of the installation": (page: Page) => page.goto(routes.verify),
  "the page that is one file": openKept,
};

/** As if the worker never came to its question. */
function holdQuestions() {
  Worker.prototype.postMessage = () => {};
}

function forbidWorkers() {
  Object.defineProperty(globalThis, "Worker", { value: undefined });
}

for (const [place, open] of Object.entries(places)) {
  test.describe(place, () => {
    test("answers about files that were made to be slow, and works on them beside the page", async ({
      page,
    }, info) => {
      await open(page, info);
      for (const [name, make] of Object.entries(slow)) {
        const file = info.outputPath(`${name}.pdf`);
        await writeFile(file, make(largestFile - 2_000), "latin1");
        const beside = page.waitForEvent("worker");
        await page.getByLabel("Choose a PDF").setInputFiles(file);
        await beside;
        await expect(page.getByRole("heading", { name: `${name}.pdf` })).toBeVisible();
        await expect(page.getByText("The end of this file is missing.")).toBeVisible();
      }
    });

    test("can be used while a check goes on, says how far it is, and stops it", async ({ page }, info) => {
      await page.addInitScript(holdQuestions);
      await open(page, info);
      await page.getByLabel("Choose a PDF").setInputFiles(sealed);
      await expect(page.getByRole("progressbar", { name: /^Reading .*\.pdf \(0 of/ })).toBeVisible();
      await page.getByRole("button", { name: "Cancel" }).click();
      await expect(page.getByText("The check was stopped.")).toBeVisible();
      await expect(page.getByRole("progressbar")).toBeHidden();
    });

    test("checks on its own thread where no worker can be had", async ({ page }, info) => {
      await page.addInitScript(forbidWorkers);
      await open(page, info);
      await page.getByLabel("Choose a PDF").setInputFiles(sealed);
      await expect(page.getByText(/nothing in this file has changed/i)).toBeVisible();
      expect(page.workers()).toEqual([]);
    });
  });
}
