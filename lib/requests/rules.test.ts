import { describe, expect, test } from "vitest";
import { consentState } from "@/lib/consents/consent-state";
import { answer, day, request, use, version } from "@/lib/consents/facts.fixture";
import { versionToAsk, whyNotCancel, whyNotDue, whySkip } from "./rules";

const now = day(20);
const v1 = version("v1", 1, day(1));
const v2 = version("v2", 2, day(10));

const waiting = { cancelledAt: null, answered: false, startedByPatient: false };
const ownWish = { ...waiting, startedByPatient: true };
test.each([
  ["staff, what was asked", waiting, "staff", null],
  ["staff, the patient's own wish", ownWish, "staff", null],
  ["staff, what was answered", { ...waiting, answered: true }, "staff", "already-answered"],
  ["staff, what was cancelled", { ...waiting, cancelledAt: now }, "staff", "already-cancelled"],
  ["the patient, their own wish", ownWish, "patient", null],
  ["the patient, what was asked", waiting, "patient", "asked-by-practice"],
  ["the patient, what they answered", { ...ownWish, answered: true }, "patient", "already-answered"],
  ["the patient, what was cancelled", { ...ownWish, cancelledAt: now }, "patient", "already-cancelled"],
] as const)("cancel: %s", (_, facts, by, refusal) => expect(whyNotCancel(facts, by)).toBe(refusal));

test.each([
  [null, null],
  ["2026-03-02", null],
  ["2026-03-03", null],
  ["2026-03-01", "due-in-past"],
  ["2025-12-31", "due-in-past"],
  ["2031-03-02", null],
  ["2031-03-03", "day-years-away"],
  ["2206-03-02", "day-years-away"],
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
    [
      "which says something else in the language they read",
      { ...active, versions: [v1, { ...v2, sameIn: ["en" as const] }] },
      refused,
      "said-no",
    ],
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
