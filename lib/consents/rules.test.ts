import { describe, expect, test } from "vitest";
import type { VersionFacts } from "@/lib/disclosures/rules";
import {
  type AnswerFacts,
  consentState,
  type RequestFacts,
  usesToWithdraw,
  whyNotAnswer,
  whyNotAnswerAnew,
  whyNotCancel,
  whyNotDue,
  whyNotWithdraw,
  whySkip,
} from "./rules";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const now = day(20);

const v1: VersionFacts = version("v1", 1, day(1));
const v2: VersionFacts = version("v2", 2, day(10));

function version(
  id: string,
  number: number,
  effectiveFrom: Date,
  more: Partial<VersionFacts> = {},
): VersionFacts {
  return { id, number, change: "material", effectiveFrom, earlierAnswersUntil: null, ...more };
}

function answer(more: Partial<AnswerFacts> = {}): AnswerFacts {
  const items = [use("look-back", "yes"), use("teaching", "no")];
  return { id: "a1", versionId: "v1", answeredAt: day(5), items, ...more };
}

function use(key: string, given: "yes" | "no", withdrawnAt: Date | null = null) {
  return { itemId: `item-${key}`, key, answer: given, withdrawnAt };
}

function request(more: Partial<RequestFacts> = {}): RequestFacts {
  const facts = { id: "r1", versionId: "v1", askedAt: day(4), dueOn: null, startedByPatient: false };
  return { ...facts, cancelledAt: null, openedAt: null, talkFirstSince: null, answer: null, ...more };
}

describe("the state of a consent", () => {
  const cases: [string, VersionFacts[], RequestFacts[], object][] = [
    ["nobody asked", [v1], [], { word: "not-asked", question: null }],
    ["asked and open", [v1], [request()], { word: "requested", since: day(4) }],
    ["cancelled is as if not asked", [v1], [request({ cancelledAt: day(6) })], { word: "not-asked" }],
    [
      "wants to talk first",
      [v1],
      [request({ talkFirstSince: day(6) })],
      { word: "talk-first", since: day(6) },
    ],
    [
      "yes to one use",
      [v1],
      [request({ answer: answer() })],
      { word: "given", yes: ["look-back"], no: ["teaching"] },
    ],
    [
      "no to everything is a refusal",
      [v1],
      [request({ answer: answer({ items: [use("look-back", "no")] }) })],
      { word: "refused", since: day(5) },
    ],
    [
      "one use taken back leaves the rest",
      [v1],
      [request({ answer: answer({ items: [use("a", "yes"), use("b", "yes", day(9))] }) })],
      { word: "given", yes: ["a"], withdrawn: ["b"] },
    ],
    [
      "everything taken back",
      [v1],
      [request({ answer: answer({ items: [use("a", "yes", day(8)), use("b", "yes", day(9))] }) })],
      { word: "withdrawn", since: day(9) },
    ],
    [
      "a material version makes it due and it counts",
      [v1, v2],
      [request({ answer: answer() })],
      { word: "given", due: true },
    ],
    [
      "an editorial version asks nobody",
      [v1, version("v2", 2, day(10), { change: "editorial" })],
      [request({ answer: answer() })],
      { word: "given", due: false },
    ],
    [
      "a version of tomorrow changes nothing today",
      [v1, version("v2", 2, day(21))],
      [request({ answer: answer() })],
      { word: "given", due: false },
    ],
    [
      "an earlier answer counts until the stated time",
      [v1, version("v2", 2, day(10), { earlierAnswersUntil: day(25) })],
      [request({ answer: answer() })],
      { word: "given", due: true, countsUntil: day(25) },
    ],
    [
      "and from that time it is superseded",
      [v1, version("v2", 2, day(10), { earlierAnswersUntil: day(20) })],
      [request({ answer: answer() })],
      { word: "superseded", due: true, since: day(20) },
    ],
    [
      "asked again, the answer stands beside the question",
      [v1, v2],
      [request({ answer: answer() }), request({ id: "r2", askedAt: day(11) })],
      { word: "given", due: true, question: expect.objectContaining({ requestId: "r2" }) },
    ],
    [
      "a later yes replaces an earlier no",
      [v1],
      [
        request({ answer: answer({ items: [use("a", "no")] }) }),
        request({ id: "r2", answer: answer({ id: "a2", answeredAt: day(9), items: [use("a", "yes")] }) }),
      ],
      { word: "given", since: day(9) },
    ],
  ];
  test.each(cases)("%s", (_, versions, requests, expected) => {
    expect(consentState({ versions, requests }, now)).toMatchObject(expected);
  });
});

describe("why an answer is refused", () => {
  const open = { cancelledAt: null, answered: false, capacity: "self" as const, versions: [v1, v2] };
  const shown = { versionId: "v2", textSha256: "hash", answers: { one: "yes" as const } };
  const text = {
    textSha256: "hash",
    foundSha256: "hash",
    items: [
      { id: "one", required: true },
      { id: "two", required: false },
    ],
  };
  test.each([
    ["the text in force, required uses answered", open, shown, null],
    ["cancelled", { ...open, cancelledAt: day(3) }, shown, "request-cancelled"],
    ["answered before", { ...open, answered: true }, shown, "already-answered"],
    ["the patient has come of age", { ...open, capacity: null }, shown, "patient-of-age"],
    ["a newer version is in force", open, { ...shown, versionId: "v1" }, "newer-version"],
    ["the text differs from the published one", open, { ...shown, textSha256: "other" }, "text-differs"],
    ["a required use has no answer", open, { ...shown, answers: { two: "yes" as const } }, "item-unanswered"],
    ["nothing is answered", open, { ...shown, answers: {} }, "item-unanswered"],
    [
      "a use of another text",
      open,
      { ...shown, answers: { one: "yes" as const, x: "no" as const } },
      "item-unknown",
    ],
  ])("%s", (_, facts, input, refusal) => {
    expect(whyNotAnswer(facts, input, text, now)).toBe(refusal);
  });

  test("the text was altered after it was published", () => {
    expect(whyNotAnswer(open, shown, { ...text, foundSha256: "other" }, now)).toBe("text-damaged");
  });
});

describe("why something else is refused", () => {
  const asked = { cancelledAt: null, answered: false, startedByPatient: false };
  const ownWish = { ...asked, startedByPatient: true };
  test.each([
    ["staff, what was asked", asked, "staff", null],
    ["staff, the patient's own wish", ownWish, "staff", null],
    ["staff, what was answered", { ...asked, answered: true }, "staff", "already-answered"],
    ["staff, what was cancelled", { ...asked, cancelledAt: now }, "staff", "already-cancelled"],
    ["the patient, their own wish", ownWish, "patient", null],
    ["the patient, what was asked", asked, "patient", "asked-by-practice"],
    ["the patient, what they answered", { ...ownWish, answered: true }, "patient", "already-answered"],
    ["the patient, what was cancelled", { ...ownWish, cancelledAt: now }, "patient", "already-cancelled"],
  ] as const)("cancel: %s", (_, facts, by, refusal) => expect(whyNotCancel(facts, by)).toBe(refusal));

  const yesToAll = answer({ items: [use("look-back", "yes"), use("teaching", "yes")] });
  const nothing = "nothing-to-answer";
  test.each([
    ["a first question still open", [v1], [request()], nothing],
    ["a first question that was cancelled", [v1], [request({ cancelledAt: now })], nothing],
    ["yes to everything", [v1], [request({ answer: yesToAll })], nothing],
    ["yes to everything, and a newer text", [v1, v2], [request({ answer: yesToAll })], null],
    ["one no", [v1], [request({ answer: answer() })], null],
    ["nothing but no", [v1], [request({ answer: answer({ items: [use("a", "no")] }) })], null],
    ["a yes taken back", [v1], [request({ answer: answer({ items: [use("a", "yes", now)] }) })], null],
    ["a no, and a question open anew", [v1], [request({ answer: answer() }), request({ id: "r2" })], nothing],
  ])("answer anew: %s", (_, versions, requests, refusal) => {
    expect(whyNotAnswerAnew(consentState({ versions, requests }, now))).toBe(refusal);
  });

  test.each([
    ["everything allowed", answer(), null, null],
    ["one allowed use", answer(), ["item-look-back"], null],
    ["a use that was answered no", answer(), ["item-teaching"], "nothing-to-withdraw"],
    ["a use that does not exist", answer(), ["item-x"], "item-unknown"],
    ["what is taken back already", answer({ items: [use("a", "yes", now)] }), null, "already-withdrawn"],
  ])("take back: %s", (_, given, named, refusal) => expect(whyNotWithdraw(given, named)).toBe(refusal));

  test("taking everything back leaves out what was never allowed", () => {
    expect(usesToWithdraw(answer(), null)).toEqual(["item-look-back"]);
  });
});

test.each([
  [null, null],
  ["2026-03-02", null],
  ["2026-03-03", null],
  ["2026-03-01", "due-in-past"],
  ["2025-12-31", "due-in-past"],
])("on 2026-03-02 an answer wanted by %s is refused for %s", (dueOn, reason) => {
  expect(whyNotDue(dueOn, "2026-03-02")).toBe(reason);
});

describe("whom asking skips", () => {
  const none = consentState({ versions: [v1], requests: [] }, now);
  const asked = consentState({ versions: [v1], requests: [request()] }, now);
  const given = consentState({ versions: [v1], requests: [request({ answer: answer() })] }, now);
  const due = consentState({ versions: [v1, v2], requests: [request({ answer: answer() })] }, now);
  const no = answer({ items: [use("a", "no")] });
  const refused = consentState({ versions: [v1], requests: [request({ answer: no })] }, now);
  const active = { archived: false, outgrown: false };
  test.each([
    ["somebody never asked is asked", { ...active, versions: [v1] }, none, null],
    ["an archived patient", { ...active, archived: true, versions: [v1] }, none, "archived"],
    ["a mailbox outgrown", { ...active, outgrown: true, versions: [v1] }, none, "mailbox-outgrown"],
    [
      "a text not yet in force",
      { ...active, versions: [version("v", 1, day(30))] },
      none,
      "nothing-published",
    ],
    ["an open question", { ...active, versions: [v1] }, asked, "already-asked"],
    ["a live yes", { ...active, versions: [v1] }, given, "already-satisfied"],
    ["a yes to an older text is asked again", { ...active, versions: [v1, v2] }, due, null],
    ["a no is left in peace", { ...active, versions: [v1] }, refused, "said-no"],
    ["until there is a newer text", { ...active, versions: [v1, v2] }, refused, null],
  ])("%s", (_, facts, state, reason) => expect(whySkip(facts, state, now)).toBe(reason));
});
