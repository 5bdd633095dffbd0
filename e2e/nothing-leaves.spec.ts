import type { Page } from "@playwright/test";
import { asked, entered, yes } from "@/db/demo/story";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { everyPage, type Shown, staffReader } from "./pages";
import { addedPatient } from "./people";

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

async function visit(page: Page, pages: Shown[]) {
  for (const { path } of pages) {
    await page.goto(path, { waitUntil: "networkidle" });
    await expect(page.getByRole("main")).toBeVisible();
  }
}

test("no page asks a third party, breaks the content policy or complains", async ({
  harbor,
  page,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, [
    entered(0),
    yes(0, "video-sharing"),
    asked(0, ["session-recording"], null),
  ]);
  const pages = await everyPage(patient, "session-recording", "video-sharing");
  const newcomer = await addedPatient(harbor);
  const readers = [
    { reader: page, shown: pages("anybody") },
    { reader: await pageOf(staffReader), shown: pages("staff") },
    { reader: await pageOf(patient.email), shown: pages("patient") },
    { reader: await pageOf(newcomer.email), shown: [{ title: "entry", path: routes.myEntry("harbor") }] },
  ];
  const complaints = readers.map(({ reader }) => complaintsOf(reader));
  for (const { reader, shown } of readers) await visit(reader, shown);
  expect(complaints.flat()).toEqual([]);
});

test("what is signed in is not kept by the browser, and carries the headers that protect it", async ({
  harbor,
  pageOf,
}) => {
  const patient = await addedPatient(harbor, [
    entered(0),
    yes(0, "video-sharing"),
    asked(0, ["email-scheduling"], null),
  ]);
  const pages = await everyPage(patient, "email-scheduling", "video-sharing");
  const page = await pageOf(patient.email);
  for (const { path } of pages("patient")) {
    const headers = (await page.goto(path))?.headers() ?? {};
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["content-security-policy"]).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  }
});
