import type { APIRequestContext } from "@playwright/test";
import { type Belongings, patientWithBelongings } from "./belongings";
import { expect, type RequestOf, test } from "./fixtures";
import {
  asInput,
  hostileParts,
  hostileQuery,
  hostileSlugs,
  hostileValues,
  spoiledAt,
  spoiledWhole,
} from "./hostile-values";
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

test("whatever an address says, no route breaks", async ({ requestOf, request }) => {
  const practice = await aPractice();
  const own = await patientWithBelongings(practice);
  const readers = await readersOf(requestOf, practice, own, request);
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

test("whatever an action is given, none breaks", async ({ requestOf, request }) => {
  const practice = await aPractice();
  const own = await patientWithBelongings(practice);
  const readers = await readersOf(requestOf, practice, own, request);
  const broken: string[] = [];
  for (const [at, action] of servedActions().entries()) {
    const { by, of } = callings[action.name] ?? { by: "anybody" };
    const path = addressOf(action.route, own.open);
    const input = of?.(own) ?? {};
    const note = (status: number, sent: unknown) => {
      if (status >= 500) broken.push(`${status} ${action.name} ${JSON.stringify(sent).slice(0, 120)}`);
    };
    const call = async (given: unknown) => {
      const sent = by === "anybody" ? [null, given] : [practice.slug, null, given];
      const { status, body } = await callAction(readers[by], action, path, sent);
      note(status, given);
      return body;
    };
    const spoil = async (value: unknown) => {
      const refused = refusedFields(await call(spoiledWhole(input, value)));
      await Promise.all([...spoiledAt(input, value, refused), ...asInput(value)].map(call));
    };
    await Promise.all(hostileValues.map(spoil));
    if (by === "anybody") continue;
    // What is bound is read by one wrapper and counted at one door, for all actions alike: each gets one of the kind.
    const slug = hostileSlugs[at % hostileSlugs.length];
    note((await callAction(readers[by], action, path, [slug, null, input])).status, slug);
    note((await postPlainly(readers[by], action, path, [slug], input)).status, slug);
    const many = at % 2 ? Array(2_000).fill(practice.slug) : [practice.slug];
    const fields = at % 2 ? {} : { [`a${".".repeat(20_000)}`]: "" };
    note((await postPlainly(readers[by], action, path, many, fields)).status, "2,000 bound, or 20,000 dots");
  }
  expect(broken).toEqual([]);
});

/** The fields the schema found fault with. One alone may be the operation's word, for what another field said. */
function refusedFields(body: string): Set<string> {
  const [, fields = "{}"] = /"ok":false.*"fields":(\{[^}]*\})/.exec(body) ?? [];
  const names = new Set(Object.keys(JSON.parse(fields)).map((path) => path.split(".")[0] ?? ""));
  return names.size > 1 ? names : new Set();
}

async function readersOf(
  requestOf: RequestOf,
  { ownerEmail, slug }: { ownerEmail: string; slug: string },
  { patient }: Belongings,
  anybody: APIRequestContext,
): Promise<Readers> {
  return { staff: await requestOf(ownerEmail, slug), patient: await requestOf(patient.email, slug), anybody };
}
