import { describe, expect, test } from "vitest";
import type { Audience } from "@/lib/consents/audience";
import { answer, request as factsOf, use } from "@/lib/consents/facts.fixture";
import type { PlacedRequest } from "@/lib/consents/request-facts";
import type { DisclosureWithVersions } from "@/lib/disclosures/queries";
import { type BoardFilter, type BoardPatient, cellsOf, rowOf } from "./board-rows";

const now = new Date("2026-03-03T20:00:00Z");
const today = "2026-03-03";
const asked = new Date("2026-03-01T20:00:00Z");
const first = {
  id: "v1",
  number: 1,
  change: "material" as const,
  effectiveFrom: new Date("2026-01-01T00:00:00Z"),
  earlierAnswersUntil: null,
  sameIn: [],
};
const second = { ...first, id: "v2", number: 2, effectiveFrom: new Date("2026-02-15T00:00:00Z") };
/** Given out, to everyone. */
const live = { audience: "everyone" as const, retiredAt: null };
const ana: BoardPatient = {
  id: "ana",
  legalName: "Ana Ruiz",
  calledName: "Ana",
  phone: null,
  hasEmail: true,
  undelivered: false,
};

function request(more: Partial<PlacedRequest> = {}): PlacedRequest {
  const facts = factsOf({ id: "r", askedAt: asked });
  return { ...facts, patientId: "ana", disclosureId: "d", sittingId: "s", ...more };
}

function answered(yesOrNo: "yes" | "no", withdrawnAt: Date | null = null) {
  return request({ answer: answer({ answeredAt: asked, items: [use("i", yesOrNo, withdrawnAt)] }) });
}

function boardRows(
  patients: BoardPatient[],
  disclosures: DisclosureWithVersions[],
  facts: PlacedRequest[],
  now: Date,
  today: string,
  about: string | null = null,
) {
  const indexes = disclosures.flatMap(({ id }, index) => (about && id !== about ? [] : [index]));
  const view = { key: "", indexes, isAboutOne: about !== null, today };
  return patients.map((patient) => {
    const own = facts.filter(({ patientId }) => patientId === patient.id);
    return rowOf(patient, cellsOf(patient, disclosures, own, now), view);
  });
}

function needs(requests: PlacedRequest[], { patient = ana, versions = [first] } = {}): BoardFilter[] {
  const disclosure = {
    id: "d",
    kind: "recording-consent" as const,
    key: "d",
    position: 0,
    ...live,
    versions,
  };
  const [row] = boardRows([patient], [disclosure], requests, now, today);
  return [...(row?.needs ?? [])].toSorted();
}

describe("another way to agree", () => {
  const toAgree = { takenBackAt: asked, dueOn: today, isOverdue: false, disclosureIds: ["d"], dutyIds: [] };
  const texts = [
    { id: "d", kind: "platform-disclosure" as const },
    { id: "r", kind: "recording-consent" as const },
  ].map((text) => ({ ...text, key: text.id, position: 0, ...live, versions: [first] }));
  const needsAbout = (about: string | null, patient: BoardPatient) =>
    boardRows([patient], texts, [], now, today, about)[0]?.needs;

  test.each([
    ["is needed of all texts together", null, true],
    ["is needed where the board is about the text on meeting", "d", true],
    ["is no matter of another text", "r", false],
  ])("%s", (_, about, expected) => {
    const needed = needsAbout(about, { ...ana, toAgree });
    expect([needed?.has("way-to-agree"), needed?.has("needs-something")]).toEqual([expected, expected]);
    expect(needsAbout(about, ana)?.has("way-to-agree")).toBe(false);
  });
});

describe("the filters of the board", () => {
  test.each<[string, PlacedRequest[], BoardFilter[]]>([
    ["nobody asked: nothing is wrong", [], ["all", "not-asked"]],
    ["asked and in time: it only waits", [request({ dueOn: "2026-03-03" })], ["all", "waiting"]],
    [
      "the day after the wanted day it is overdue",
      [request({ dueOn: "2026-03-02" })],
      ["all", "needs-something", "overdue", "waiting"],
    ],
    [
      "who wants to talk first is never overdue",
      [request({ dueOn: "2026-03-02", talkFirstSince: asked })],
      ["all", "needs-something", "talk-first"],
    ],
    ["a yes needs nothing", [answered("yes")], ["all", "given"]],
    ["a no is a no and needs nothing", [answered("no")], ["all", "refused"]],
    ["taken back", [answered("yes", asked)], ["all", "withdrawn"]],
    ["a request taken back counts as not asked", [request({ cancelledAt: now })], ["all", "not-asked"]],
  ])("%s", (_, requests, expected) => {
    expect(needs(requests)).toEqual(expected);
  });

  test("a newer text needs somebody to ask, until it is asked", () => {
    const versions = [first, second];
    expect(needs([answered("yes")], { versions })).toEqual(["all", "due", "given", "needs-something"]);
    const again = request({ id: "r2", versionId: "v2" });
    expect(needs([answered("yes"), again], { versions })).toEqual(["all", "due", "given", "waiting"]);
  });

  test("who has no e-mail was not told: the question waits for the room, and is never overdue", () => {
    const patient = { ...ana, hasEmail: false };
    const expected = ["all", "in-the-room", "needs-something"];
    expect(needs([request({ dueOn: "2026-03-02" })], { patient })).toEqual(expected);
  });

  test("who asked not to be asked is not counted as not asked, and needs nobody", () => {
    expect(needs([request({ declinedAt: now })])).toEqual(["all", "asked-not-to"]);
    const again = request({ id: "r2", versionId: "v2", askedAt: now, declinedAt: now });
    const versions = [first, second];
    expect(needs([answered("yes"), again], { versions })).toEqual(["all", "asked-not-to", "due", "given"]);
  });

  test("who was not reached needs somebody", () => {
    const patient = { ...ana, undelivered: true };
    expect(needs([request()], { patient })).toEqual(["all", "needs-something", "not-delivered"]);
  });
});

test("about one disclosure, only that one is looked at", () => {
  const disclosures = ["x", "y"].map((id, position) => ({
    id,
    position,
    key: id,
    kind: "recording-consent" as const,
    versions: [first],
    ...live,
  }));
  const patient = { ...ana, undelivered: true };
  const requests = [request({ disclosureId: "y", dueOn: "2026-03-02" })];
  const about = (id: string | null) => {
    const [row] = boardRows([patient], disclosures, requests, now, today, id);
    return { needs: [...(row?.needs ?? [])].toSorted(), waits: row?.waitingSince, cells: row?.cells.length };
  };
  const overdue = ["all", "needs-something", "not-asked", "not-delivered", "overdue"];
  expect(about(null)).toEqual({ needs: overdue, waits: asked, cells: 2 });
  expect(about("y")).toEqual({ needs: overdue.filter((one) => one !== "not-asked"), waits: asked, cells: 2 });
  expect(about("x")).toEqual({ needs: ["all", "not-asked"], waits: null, cells: 2 });
});

test("a row keeps the order of the disclosures and waits since its oldest open question", () => {
  const columns = ["x", "y"].map((id, position) => ({
    id,
    kind: "email-risk" as const,
    key: id,
    position,
    ...live,
    versions: [first],
  }));
  const older = new Date("2026-02-20T20:00:00Z");
  const requests = [
    request({ id: "1", disclosureId: "y", askedAt: older }),
    request({ id: "2", disclosureId: "x" }),
    request({ id: "3", disclosureId: "y", patientId: "ben", askedAt: new Date(0) }),
  ];
  const [row] = boardRows([ana], columns, requests, now, today);
  expect(row?.cells.map(({ state }) => state.question?.requestId)).toEqual(["2", "1"]);
  expect(row?.waitingSince).toEqual(older);
});

test("only who needs a text counts as not asked about it", () => {
  const disclosure = (id: string, kind: "recording-consent" | "authorization", audience: Audience) => {
    return { id, kind, key: id, position: 0, retiredAt: null, audience, versions: [first] };
  };
  const disclosures = [
    disclosure("recording", "recording-consent", "everyone"),
    disclosure("sharing", "authorization", "recorded"),
    disclosure("byHand", "authorization", "by-hand"),
  ];
  const rowOf = (requests: PlacedRequest[]) => boardRows([ana], disclosures, requests, now, today)[0];
  const yes = { ...answered("yes"), disclosureId: "recording" };
  const no = { ...answered("no"), disclosureId: "recording" };
  expect(rowOf([yes])?.cells.map(({ isNeeded }) => isNeeded)).toEqual([true, true, false]);
  expect(rowOf([yes])?.needs).toContain("not-asked");
  expect(rowOf([no])?.cells.map(({ isNeeded }) => isNeeded)).toEqual([true, false, false]);
  expect(rowOf([no])?.needs).not.toContain("not-asked");
});
