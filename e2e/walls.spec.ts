import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { asked, entered, yes } from "@/db/demo/story";
import { inviteStaff } from "@/lib/practices/invite-staff";
import { routes } from "@/lib/routes";
import { expect, test } from "./fixtures";
import { addedPatient, answeredRequest, requestOf, type StoryPatient } from "./people";
import { makePractice, openLakeside, type StoryPractice } from "./practices";

type Answer = { status: number; body: string };
type Address = (id: string) => string;

/**
 * What was answered, without what differs in every answer: nonces, the address itself, which the page repeats, and
 * the order in which the parts of React's stream happened to be ready.
 */
async function answerTo(request: APIRequestContext, path: string): Promise<Answer> {
  const response = await request.get(path, { maxRedirects: 0 });
  const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1] ?? "";
  const body = (await response.text())
    .replaceAll(nonce, "NONCE")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replaceAll('"])</script><script nonce="NONCE">self.__next_f.push([1,"', "")
    .split("\\n");
  return { status: response.status(), body: body.toSorted().join("\n") };
}

async function expectSameNothing(request: APIRequestContext, address: Address, foreign: string) {
  const missing = await answerTo(request, address(randomUUID()));
  expect(missing.status, address("…")).toBe(404);
  expect(await answerTo(request, address(foreign))).toEqual(missing);
}

const past = [entered(0), yes(0, "video-sharing"), asked(0, ["email-scheduling"], null)];

async function documentOf(page: Page, slug: string): Promise<string> {
  const link = page.getByRole("link", { name: "Download signed copy" }).first();
  await expect(async () => {
    await page.goto(routes.myDocuments(slug));
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  return ((await link.getAttribute("href")) ?? "").split("/").at(-1) ?? "";
}

async function patientOf(practice: StoryPractice): Promise<StoryPatient & { email: string }> {
  return addedPatient(practice, past);
}

test("for staff, what another practice has is answered as what does not exist", async ({
  pageOf,
  therapist,
}) => {
  const lakeside = await openLakeside();
  const foreign = await patientOf(lakeside);
  const documentId = await documentOf(await pageOf(foreign.email, "lakeside"), "lakeside");
  const addresses: [Address, string][] = [
    [(id) => routes.patient("harbor", id), foreign.id],
    [(id) => routes.editPatient("harbor", id), foreign.id],
    [(id) => routes.disclosure("harbor", id), lakeside.texts.get("email-scheduling") ?? ""],
    [(id) => routes.document(id), documentId],
  ];
  for (const [address, id] of addresses) await expectSameNothing(therapist.request, address, id);
});

test("for a patient, what another patient has is answered as what does not exist", async ({
  harbor,
  pageOf,
}) => {
  const other = await patientOf(harbor);
  const { requestId, answerId } = await answeredRequest(other, "video-sharing");
  const documentId = await documentOf(await pageOf(other.email), "harbor");
  const { request } = await pageOf((await patientOf(harbor)).email);
  const addresses: [Address, string][] = [
    [(id) => routes.request("harbor", id), (await requestOf(other, "email-scheduling")).id],
    [(id) => routes.request("harbor", id), requestId],
    [(id) => routes.answered("harbor", id), requestId],
    [(id) => routes.withdraw("harbor", id), answerId],
    [(id) => routes.document(id), documentId],
  ];
  for (const [address, id] of addresses) await expectSameNothing(request, address, id);
});

test("a practice one does not belong to is answered as one that does not exist", async ({
  harbor,
  pageOf,
  therapist,
}) => {
  const { request } = await pageOf((await patientOf(harbor)).email);
  const named = async (from: APIRequestContext, path: string, slug: string): Promise<Answer> => {
    const { status, body } = await answerTo(from, path);
    return { status, body: body.replaceAll(slug, "SLUG") };
  };
  const desks = [routes.desk, routes.board, routes.patients, routes.requests, routes.disclosures];
  const papers = [routes.documents, routes.audit, routes.settings, routes.newPatient, routes.ask];
  for (const page of [...desks, ...papers, routes.auditExport]) {
    const nowhere = await named(therapist.request, page("nowhere-at-all"), "nowhere-at-all");
    expect(nowhere.status).toBe(404);
    expect(await named(therapist.request, page("lakeside"), "lakeside")).toEqual(nowhere);
    expect(await named(request, page("harbor"), "harbor")).toMatchObject({ status: 404 });
  }
  for (const page of [routes.my, routes.myConsents, routes.myDocuments, routes.myActivity, routes.myEntry]) {
    const nowhere = await named(request, page("nowhere-at-all"), "nowhere-at-all");
    expect(nowhere.status).toBe(404);
    expect(await named(request, page("lakeside"), "lakeside")).toEqual(nowhere);
    expect(await named(therapist.request, page("harbor"), "harbor")).toMatchObject({ status: 404 });
  }
});

test("a therapist does not meet a colleague's patient", async ({ pageOf }) => {
  const practice = await makePractice(["email-scheduling", "video-sharing"]);
  const email = `colleague@${practice.slug}.test`;
  await inviteStaff(practice.staff.owner, { name: "Dr. Omar Vance", email, roles: ["therapist"] });
  const patient = await patientOf(practice);
  const colleague = await pageOf(email, practice.slug);

  await expectSameNothing(colleague.request, (id) => routes.patient(practice.slug, id), patient.id);
  await colleague.goto(routes.board(practice.slug));
  await expect(colleague.getByRole("heading", { name: "Consents" })).toBeVisible();
  await expect(colleague.getByText(patient.legalName)).toHaveCount(0);
});

test("a patient sees only themself", async ({ harbor, pageOf }) => {
  const [patient, other] = [await patientOf(harbor), await patientOf(harbor)];
  const page = await pageOf(patient.email);
  for (const path of [routes.my, routes.myConsents, routes.myDocuments, routes.myActivity]) {
    await page.goto(path("harbor"));
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.getByText(other.legalName)).toHaveCount(0);
  }
});

test("signing out ends the session, also for whoever kept its cookie", async ({ therapist }) => {
  await therapist.goto(routes.desk("harbor"));
  const kept = await therapist.context().cookies();
  await therapist.getByRole("button", { name: "Sign out" }).click();
  await expect(therapist.getByText("You have signed out.")).toBeVisible();

  await therapist.context().addCookies(kept);
  await therapist.goto(routes.board("harbor"));
  await expect(therapist.getByRole("heading", { name: "Sign in" })).toBeVisible();
});
