import { describe, expect, test } from "vitest";
import { consentState } from "./consent-state";
import { answer, day, request, use, version } from "./facts.fixture";
import type { RecordsRoute } from "./records-route";
import {
  usesToWithdraw,
  versionToAsk,
  whyNotAnswer,
  whyNotAnswerAnew,
  whyNotCancel,
  whyNotDue,
  whyNotWithdraw,
  whySkip,
} from "./rules";

const now = day(20);
const electronic: { route: RecordsRoute } = { route: "electronic" };
const v1 = version("v1", 1, day(1));
const v2 = version("v2", 2, day(10));

describe("why an answer is refused", () => {
  const open = { ...request(), capacity: "self" as const, versions: [v1, v2], ...electronic };
  const onRoute = (route: RecordsRoute) => ({ ...open, route });
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
    ["answered before", { ...open, answer: answer() }, shown, "already-answered"],
    ["the patient has come of age", { ...open, capacity: null }, shown, "patient-of-age"],
    ["wanted in writing, screens not agreed to", onRoute("consent-first"), shown, "electronic-records-first"],
    ["wanted in writing, no sample opened", onRoute("test-first"), shown, "access-test-first"],
    ["wanted on paper", onRoute("paper"), shown, "paper-route"],
    ["a newer version is in force", open, { ...shown, versionId: "v1" }, "newer-version"],
    [
      "other wording came while they had the text on the screen",
      { ...open, openedVersionId: "v1", versions: [v1, { ...v2, change: "editorial" as const }] },
      { ...shown, versionId: "v1" },
      null,
    ],
    [
      "a text asked about ahead of its day",
      { ...open, versionId: "v3", versions: [v1, v2, version("v3", 3, day(25))] },
      { ...shown, versionId: "v3" },
      null,
    ],
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
    expect(
      whyNotAnswerAnew(consentState({ versions, requests }, now), {
        kind: "recording-consent",
        retiredAt: null,
      }),
    ).toBe(refusal);
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
  const active = { archived: false, outgrown: false, retired: false, beforeMeeting: false, hasNote: false };
  const declined = consentState({ versions: [v1], requests: [request({ declinedAt: day(6) })] }, now);
  const ahead = version("v3", 3, day(25));
  const answeredAhead = answer({ id: "a3", versionId: "v3", answeredAt: day(15) });
  const upcoming = consentState(
    { versions: [v1, ahead], requests: [request({ answer: answer() }), request({ answer: answeredAhead })] },
    now,
  );
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
    ["or a note says why", { ...active, hasNote: true, versions: [v1] }, refused, null],
    ["who asked not to be asked again", { ...active, versions: [v1] }, declined, "asked-not-to"],
    ["unless a note says why", { ...active, hasNote: true, versions: [v1] }, declined, null],
    ["a text no longer given out", { ...active, retired: true, versions: [v1] }, none, "retired"],
    ["before the first meeting", { ...active, beforeMeeting: true, versions: [v1] }, none, "not-met"],
    ["a yes, when a text of another day follows", { ...active, versions: [v1, ahead] }, given, null],
    ["an answer to that text already", { ...active, versions: [v1, ahead] }, upcoming, "already-satisfied"],
  ])("%s", (_, facts, state, reason) => expect(whySkip(facts, state, now)).toBe(reason));
});

test.each([
  ["the text in force", [v1], [], "v1"],
  ["the newest in force, for who answered an older one", [v1, v2], [request({ answer: answer() })], "v2"],
  [
    "the one to come, for who holds the one in force",
    [v1, version("v2", 2, day(25))],
    [request({ answer: answer() })],
    "v2",
  ],
  ["the one in force, for who holds none", [v1, version("v2", 2, day(25))], [], "v1"],
  ["nothing before the first day", [version("v1", 1, day(25))], [], undefined],
])("asking puts %s", (_, versions, requests, expected) => {
  const state = consentState({ versions, requests }, now);
  expect(versionToAsk(versions, state, now)?.id).toBe(expected);
});
