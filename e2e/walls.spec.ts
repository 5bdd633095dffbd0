import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { inviteStaff } from "@/lib/practices/invite-staff";
import { routes } from "@/lib/routes";
import { trailPage } from "@/lib/screens/desk/trail";
import { type Belongings, patientWithBelongings } from "./belongings";
import { expect, test } from "./fixtures";
import { makePractice, openLakeside, type StoryPractice } from "./practices";
import { type Answer, addressOf, answerTo, callAction, servedActions, servedRoutes } from "./served";
import { callings } from "./wall-actions";
import { ask, closed, posted, readerOf, withId } from "./wall-routes";

const aPractice = () => makePractice(["electronic-records", "email-scheduling", "video-sharing"]);

function missing(parameters: Record<string, string>): Record<string, string> {
  const ids = Object.keys(parameters).map((name) => [name, randomUUID()]);
  return { ...Object.fromEntries(ids), practice: parameters.practice };
}

/** What others than Candor itself did there. */
async function done({ staff }: StoryPractice) {
  const { entries } = await trailPage(staff.owner, { most: 500 }, "en");
  return entries.filter(({ actor }) => actor.kind !== "system").map(({ seq, name }) => `${seq} ${name}`);
}

test("who is not signed in is led to the sign-in by every route, however they ask", async ({
  harbor,
  request,
}) => {
  const own = await patientWithBelongings(harbor);
  for (const route of closed()) {
    const answer = await ask(request, route, own.open);
    expect([302, 303, 307], route).toContain(answer.status);
    expect(answer.location, route).toMatch(/^(http:\/\/[^/]+)?\/sign-in\?next=/);
    const head = await answerTo(request, addressOf(route, own.open), { method: "HEAD" });
    expect([307, 405], route).toContain(head.status);
  }
});

test("another practice is answered by every route as one that does not exist", async ({
  harbor,
  requestOf,
}) => {
  const theirs = await patientWithBelongings(await openLakeside());
  const own = await patientWithBelongings(harbor);
  const readers = [await requestOf("owner@harbor.test"), await requestOf(own.patient.email)];
  const nowhere = { ...missing(theirs.open), practice: "nowhere-at-all" };
  const named = ({ body, ...rest }: Answer, slug: string) => ({
    ...rest,
    body: body.replaceAll(slug, "SLUG"),
  });
  for (const request of readers)
    for (const route of closed().filter((one) => one.includes("[practice]"))) {
      const expected = await ask(request, route, nowhere);
      expect(expected.status, route).toBe(404);
      for (const parameters of [theirs.open, theirs.done]) {
        const answer = await ask(request, route, parameters);
        expect(named(answer, theirs.open.practice ?? ""), route).toEqual(named(expected, "nowhere-at-all"));
        expect(answer.body).not.toContain(theirs.patient.legalName);
      }
    }
});

test("what another practice, or another patient, has is answered as what does not exist", async ({
  harbor,
  requestOf,
}) => {
  const theirs = await patientWithBelongings(await openLakeside());
  const own = await patientWithBelongings(harbor);
  const other = await patientWithBelongings(harbor);
  const seen: [APIRequestContext, "staff" | "patient", Belongings][] = [
    [await requestOf("owner@harbor.test"), "staff", theirs],
    [await requestOf(own.patient.email), "patient", theirs],
    [await requestOf(own.patient.email), "patient", other],
  ];
  for (const [request, reader, foreign] of seen)
    for (const route of servedRoutes().filter(withId)) {
      if (![reader, "whoever is signed in"].includes(readerOf(route))) continue;
      const expected = await ask(request, route, { ...missing(foreign.open), practice: "harbor" });
      expect(expected.status, route).toBe(404);
      for (const parameters of [foreign.open, foreign.done])
        expect(await ask(request, route, { ...parameters, practice: "harbor" }), route).toEqual(expected);
    }
});

test("staff have no patient's pages, and patients no staff's", async ({ harbor, requestOf }) => {
  const own = await patientWithBelongings(harbor);
  const staff = await requestOf("owner@harbor.test");
  const patient = await requestOf(own.patient.email);
  for (const route of closed()) {
    const reader = readerOf(route);
    if (reader === "staff") expect((await ask(patient, route, own.open)).status, route).toBe(404);
    if (reader === "patient") expect((await ask(staff, route, own.open)).status, route).toBe(404);
  }
});

test("every action does nothing for whoever is not signed in, or belongs elsewhere", async ({
  harbor,
  requestOf,
  request,
}) => {
  test.slow();
  const theirPractice = await aPractice();
  const theirs = await patientWithBelongings(theirPractice);
  const own = await patientWithBelongings(harbor);
  const asked = {
    staff: await requestOf("owner@harbor.test"),
    patient: await requestOf(own.patient.email),
  };
  const there = {
    staff: await requestOf(theirPractice.ownerEmail, theirPractice.slug),
    patient: await requestOf(theirs.patient.email, theirPractice.slug),
  };
  const before = await done(theirPractice);
  for (const action of servedActions()) {
    const calling = callings[action.name];
    if (!calling) throw new Error(`${action.name} is served, and nobody said who may call it`);
    if (calling.by === "anybody") continue;
    const call = (from: APIRequestContext, practice: string) =>
      callAction(from, action, addressOf(action.route, { ...own.open, practice }), [
        practice,
        null,
        calling.of?.(theirs) ?? {},
      ]);
    const signedOut = await call(request, theirPractice.slug);
    expect(signedOut.body, action.name).toContain('"ok":false,"message":"You have been signed out.');
    const elsewhere = await call(asked[calling.by], theirPractice.slug);
    expect(elsewhere.status, `${action.name} from another practice`).toBe(404);
    const asTheOther = await call(there[calling.by === "staff" ? "patient" : "staff"], theirPractice.slug);
    expect(asTheOther.status, `${action.name} by the wrong side`).toBe(404);
    if (!calling.of) continue;
    const foreign = await call(asked[calling.by], "harbor");
    expect(foreign.status, `${action.name} about another practice's`).toBe(404);
  }
  expect(await done(theirPractice)).toEqual(before);
});

test("an action of a patient does nothing to what another patient has", async ({ requestOf }) => {
  const practice = await aPractice();
  const [own, other] = [await patientWithBelongings(practice), await patientWithBelongings(practice)];
  const request = await requestOf(own.patient.email, practice.slug);
  const before = await done(practice);
  for (const action of servedActions()) {
    const { by, of } = callings[action.name] ?? { by: "anybody" };
    if (by !== "patient" || !of) continue;
    const answer = await callAction(request, action, addressOf(action.route, own.open), [
      practice.slug,
      null,
      of(other),
    ]);
    expect(answer.status, action.name).toBe(404);
  }
  expect(await done(practice)).toEqual(before);
});

test("whoever may not see a page finds nothing there, and the trail says that they were refused", async ({
  requestOf,
}) => {
  const practice = await aPractice();
  const email = `auditor@${practice.slug}.test`;
  await inviteStaff(practice.staff.owner, { name: "Rosa Field", email, roles: ["auditor"] });
  const request = await requestOf(email, practice.slug);
  for (const _ of [1, 2, 3])
    for (const path of [routes.newPatient(practice.slug), routes.ask(practice.slug)])
      expect(await answerTo(request, path)).toMatchObject({ status: 404 });

  const { entries } = await trailPage(practice.staff.owner, { name: "access.refused" }, "en");
  expect(entries.map(({ actor, slots }) => [actor.name, slots.what])).toEqual([
    ["Rosa Field", "ask-patients"],
    ["Rosa Field", "edit-patients"],
  ]);
});

test("what is recorded when it is taken is taken by a post from our own pages alone", async ({
  requestOf,
}) => {
  const practice = await aPractice();
  const { open: parameters } = await patientWithBelongings(practice);
  const request = await requestOf(practice.ownerEmail, practice.slug);
  const before = await done(practice);
  const addresses = posted.map((route) => addressOf(route, parameters));
  for (const path of addresses) {
    for (const method of ["GET", "HEAD"] as const)
      expect((await answerTo(request, path, { method })).status, `${method} ${path}`).toBe(405);
    const foreign = { origin: "https://elsewhere.example" };
    expect((await answerTo(request, path, { method: "POST", headers: foreign })).status).toBe(403);
  }
  const document = routes.document(parameters.documentId ?? "");
  expect((await answerTo(request, document, { method: "HEAD" })).status).toBe(405);
  expect(await done(practice)).toEqual(before);

  for (const path of addresses) expect((await answerTo(request, path, { method: "POST" })).status).toBe(200);
  expect((await answerTo(request, document)).status).toBe(200);
  const names = (await done(practice)).filter((one) => !before.includes(one)).map((one) => one.split(" ")[1]);
  expect(names.toSorted()).toEqual(["document.opened", "export.made", "export.made"]);
});

test("a therapist does not meet a colleague's patient", async ({ pageOf }) => {
  const practice = await aPractice();
  const email = `colleague@${practice.slug}.test`;
  await inviteStaff(practice.staff.owner, { name: "Dr. Omar Vance", email, roles: ["therapist"] });
  const { patient, open: parameters } = await patientWithBelongings(practice);
  const colleague = await pageOf(email, practice.slug);

  for (const route of ["/desk/[practice]/patients/[patientId]", "/api/documents/[documentId]"])
    expect(await ask(colleague.request, route, parameters)).toEqual(
      await ask(colleague.request, route, missing(parameters)),
    );
  await colleague.goto(routes.board(practice.slug));
  await expect(colleague.getByRole("heading", { name: "Consents" })).toBeVisible();
  await expect(colleague.getByText(patient.legalName)).toHaveCount(0);
});

test("a patient sees only themself", async ({ harbor, pageOf }) => {
  const [own, other] = [await patientWithBelongings(harbor), await patientWithBelongings(harbor)];
  const page = await pageOf(own.patient.email);
  for (const path of [routes.my, routes.myConsents, routes.myDocuments, routes.myActivity]) {
    await page.goto(path("harbor"));
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.getByText(other.patient.legalName)).toHaveCount(0);
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
