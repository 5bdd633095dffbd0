import type { Page } from "@playwright/test";
import { asked, entered, yes } from "@/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { everyPage, type Shown, staffReader } from "./pages";
import { addedPatient, type StoryPatient } from "./people";

/** What a page must never do: complain, fail, or speak to anybody but us. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`);
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

function ownOrigin(): string {
  return new URL(process.env.APP_URL ?? "").origin;
}

async function expectQuiet(page: Page, pages: Shown[]) {
  const complaints = complaintsOf(page);
  for (const { path } of pages) {
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(page.getByRole("main")).toBeVisible();
  }
  expect(complaints).toEqual([]);
}

test.slow();

const title = "no page asks a third party, breaks the content policy or complains";
const past = [entered(0), yes(0, "video-sharing"), asked(0, ["session-recording"], null)];

async function pagesOf(patient: StoryPatient) {
  return everyPage(patient, "session-recording", "video-sharing");
}

test(`${title}: those anybody reads`, async ({ harbor, page }) => {
  const pages = await pagesOf(await addedPatient(harbor, past));
  await expectQuiet(page, pages("anybody"));
});

test(`${title}: those of staff`, async ({ harbor, pageOf }) => {
  const pages = await pagesOf(await addedPatient(harbor, past));
  await expectQuiet(await pageOf(staffReader), pages("staff"));
});

test(`${title}: those of a patient`, async ({ harbor, pageOf }) => {
  const patient = await addedPatient(harbor, past);
  await expectQuiet(await pageOf(patient.email), (await pagesOf(patient))("patient"));
  const newcomer = await pageOf((await addedPatient(harbor)).email);
  await expectQuiet(newcomer, [{ title: "myEntry", path: routes.myEntry("harbor") }]);
});

test("what is signed in is not kept by the browser, and carries the headers that protect it", async ({
  harbor,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, past);
  const pages = await pagesOf(patient);
  const page = await pageOf(patient.email);
  for (const { path } of pages("patient")) {
    const headers = (await page.goto(path))?.headers() ?? {};
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["content-security-policy"]).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});
