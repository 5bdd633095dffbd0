import type { APIRequestContext } from "@playwright/test";
import { type Belongings, patientWithBelongings } from "./belongings";
import { expect, test } from "./fixtures";
import { hostileParts, hostileQuery, hostileSlugs, spoiled } from "./hostile-values";
import { postPlainly } from "./posted-plainly";
import { makePractice } from "./practices";
import { addressOf, answerTo, callAction, servedActions, servedRoutes } from "./served";
import { callings } from "./wall-actions";
import { ask, readerOf } from "./wall-routes";

const aPractice = () => makePractice(["electronic-records", "email-scheduling", "video-sharing"]);
/** What the pages read from their addresses. */
const asked = [
  "before",
  "from",
  "until",
  "to",
  "page",
  "patient",
  "text",
  "meets",
  "language",
  "q",
  "next",
  "name",
];

type Readers = { staff: APIRequestContext; patient: APIRequestContext; anybody: APIRequestContext };

test.describe.configure({ timeout: 240_000 });

test("whatever an address says, no route breaks", async ({ pageOf, request }) => {
  const practice = await aPractice();
  const own = await patientWithBelongings(practice);
  const readers = await readersOf(pageOf, practice, own, request);
  const broken: string[] = [];
  for (const route of servedRoutes()) {
    const kind = readerOf(route);
    const reader = readers[kind === "whoever is signed in" ? "patient" : kind];
    for (const name of route.match(/(?<=\[)\w+(?=\])/g) ?? [])
      for (const part of hostileParts) {
        const { status } = await ask(reader, route, { ...own.open, [name]: part });
        if (status >= 500) broken.push(`${status} ${route} with ${name} ${part.slice(0, 40)}`);
      }
    if (route.includes("[...")) continue;
    for (const query of hostileQuery(asked)) {
      const { status } = await answerTo(reader, `${addressOf(route, own.open)}?${query}`);
      if (status >= 500) broken.push(`${status} ${route}?${query.slice(0, 40)}`);
    }
  }
  expect(broken).toEqual([]);
});

test("whatever an action is given, none breaks", async ({ pageOf, request }) => {
  const practice = await aPractice();
  const own = await patientWithBelongings(practice);
  const readers = await readersOf(pageOf, practice, own, request);
  const broken: string[] = [];
  for (const action of servedActions()) {
    const { by, of } = callings[action.name] ?? { by: "anybody" };
    const path = addressOf(action.route, own.open);
    const note = (status: number, sent: unknown) => {
      if (status >= 500) broken.push(`${status} ${action.name} ${JSON.stringify(sent).slice(0, 120)}`);
    };
    const call = async (input: unknown) => {
      const sent = by === "anybody" ? [null, input] : [practice.slug, null, input];
      note((await callAction(readers[by], action, path, sent)).status, input);
    };
    await Promise.all(spoiled(of?.(own) ?? {}).map(call));
    if (by === "anybody") continue;
    for (const slug of hostileSlugs) {
      note((await callAction(readers[by], action, path, [slug, null, of?.(own) ?? {}])).status, slug);
      note((await postPlainly(readers[by], action, path, [slug], of?.(own) ?? {})).status, slug);
    }
    const dots = { [`a${".".repeat(20_000)}`]: "" };
    note((await postPlainly(readers[by], action, path, [practice.slug], dots)).status, "20,000 dots");
    const many = Array(2_000).fill(practice.slug);
    note((await postPlainly(readers[by], action, path, many, {})).status, "2,000 bound");
  }
  expect(broken).toEqual([]);
});

async function readersOf(
  pageOf: (email: string, slug?: string) => Promise<{ request: APIRequestContext }>,
  { ownerEmail, slug }: { ownerEmail: string; slug: string },
  { patient }: Belongings,
  anybody: APIRequestContext,
): Promise<Readers> {
  const staff = (await pageOf(ownerEmail, slug)).request;
  return { staff, patient: (await pageOf(patient.email, slug)).request, anybody };
}
