import { describe, expect, test } from "vitest";
import { type ConsentFacts, consentState } from "@/lib/consents/consent-state";
import { answer, day, request, use, version } from "@/lib/consents/facts.fixture";
import { disclosureKinds } from "@/lib/disclosures/kinds";
import { needsWriting } from "@/lib/disclosures/rules";
import {
  type AccessTestFacts,
  asksForElectronicRecords,
  recordsRoute,
  testNeededSince,
  whyNotInWriting,
  whyOnPaper,
} from "./records-route";

const now = day(20);
const v1 = version("v1", 1, day(1));
const said = (...items: ReturnType<typeof use>[]) => [request({ answer: answer({ items }) })];
const agreed = said(use("electronic", "yes"));
const stateOf = (requests: ConsentFacts["requests"], versions = [v1]) =>
  consentState({ versions, requests }, now);

function tried(missed: number, passedAt: Date | null = null, begunAt = day(6)): AccessTestFacts {
  return { id: `t${begunAt.getTime()}`, begunAt, missed, passedAt };
}

describe("how somebody may be given what the law wants in writing", () => {
  test.each([
    ["never asked", [], [], "consent-first", null],
    ["asked, and nothing said yet", [request()], [], "consent-first", null],
    ["would like to talk first", [request({ talkFirstSince: day(5) })], [], "consent-first", null],
    ["agreed, no sample made", agreed, [], "test-first", null],
    ["agreed, a sample waits", agreed, [tried(0)], "test-first", null],
    ["agreed, one miss", agreed, [tried(1)], "test-first", null],
    ["agreed and opened it", agreed, [tried(0, day(6))], "electronic", null],
    ["opened it after one miss", agreed, [tried(1, day(6))], "electronic", null],
    ["opened it before agreeing", agreed, [tried(0, day(3), day(3))], "electronic", null],
    ["two misses", agreed, [tried(2)], "paper", "could-not-open"],
    ["two misses, then allowed another", agreed, [tried(2), tried(0, null, day(7))], "test-first", null],
    ["two misses, then opened another", agreed, [tried(2), tried(0, day(7), day(7))], "electronic", null],
    ["said no", said(use("electronic", "no")), [], "paper", "declined"],
    ["asked not to be asked", [request({ declinedAt: day(5) })], [], "paper", "declined"],
    ["took it back", said(use("electronic", "yes", day(9))), [tried(0, day(6))], "paper", "withdrew"],
    ["noted by mistake", [request({ answer: answer({ correctedAt: day(9) }) })], [], "consent-first", null],
  ] as const)("%s", (_, requests, tests, route, whyPaper) => {
    const facts = { consent: stateOf(requests), testSince: day(1), tests };
    expect(recordsRoute(facts)).toBe(route);
    expect(whyOnPaper(facts)).toBe(whyPaper);
  });

  test("a no to a newer question does not end a yes that still counts", () => {
    const again = request({ id: "r2", askedAt: day(15), declinedAt: day(16) });
    const facts = { consent: stateOf([...agreed, again]), testSince: null, tests: [tried(0, day(6))] };
    expect(recordsRoute(facts)).toBe("electronic");
  });

  test("without a text about electronic records nothing changes", () => {
    expect(recordsRoute({ consent: null, testSince: null, tests: [tried(2)] })).toBe("electronic");
  });
});

describe("a raised requirement wants the sample anew (15 USC 7001(c)(1)(D))", () => {
  const published = [
    { id: "v1", number: 1, change: "material" as const, publishedAt: day(1) },
    { id: "v2", number: 2, change: "editorial" as const, publishedAt: day(8) },
    { id: "v3", number: 3, change: "material" as const, publishedAt: day(10) },
    { id: "v4", number: 4, change: "editorial" as const, publishedAt: day(12) },
  ];
  test.each([
    ["nothing", null, null],
    ["the first text", "v1", day(1)],
    ["other wording of it", "v2", day(1)],
    ["the raised one", "v3", day(10)],
    ["other wording of the raised one", "v4", day(10)],
  ])("who answered %s", (_, answeredId, since) => {
    expect(testNeededSince(published, answeredId)).toEqual(since);
  });

  test.each([
    ["opened before it was published", day(9), "test-first"],
    ["opened the moment it was published", day(10), "electronic"],
    ["opened before answering it", day(11), "electronic"],
  ])("%s", (_, passedAt, route) => {
    const again = request({
      id: "r2",
      answer: answer({ id: "a2", versionId: "v3", answeredAt: day(12), items: [use("electronic", "yes")] }),
    });
    const consent = stateOf([...agreed, again], [v1, version("v3", 3, day(10))]);
    const testSince = testNeededSince(published, "v3");
    expect(recordsRoute({ consent, testSince, tests: [tried(0, passedAt, passedAt)] })).toBe(route);
  });
});

test("only the notice and an authorization are wanted in writing", () => {
  expect(disclosureKinds.filter(needsWriting)).toEqual(["privacy-notice", "authorization"]);
});

test.each([
  ["in force", { kind: "electronic-records-consent", retiredAt: null, versions: [v1] }, true],
  ["retired", { kind: "electronic-records-consent", retiredAt: day(3), versions: [v1] }, false],
  [
    "not in force yet",
    { kind: "electronic-records-consent", retiredAt: null, versions: [version("v", 1, day(25))] },
    false,
  ],
  ["about something else", { kind: "email-risk", retiredAt: null, versions: [v1] }, false],
] as const)("a practice asks for electronic records with a text %s: %o", (_, disclosure, asks) => {
  expect(asksForElectronicRecords(disclosure, now)).toBe(asks);
});

test.each([
  ["electronic", null],
  ["consent-first", "electronic-records-first"],
  ["test-first", "access-test-first"],
  ["paper", "paper-route"],
] as const)("the route %s is refused for %s", (route, refusal) => {
  expect(whyNotInWriting(route)).toBe(refusal);
});
