import { describe, expect, test } from "vitest";
import { nextSteps, type Side, type WishFacts, type WishState, whyNotStep, wishState } from "./rules";

const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const on = (number: number) => `2026-03-${String(number).padStart(2, "0")}`;
const now = day(10);

const waiting: WishFacts = {
  id: "wish",
  wish: "platform",
  side: "patient",
  wantedAt: day(1),
  answers: [],
  talk: null,
  acknowledgedAt: null,
  endings: {},
  placements: [],
};
const answered = { platformId: "phone", fromOn: on(3), trialUntil: null, reviewOn: null, answeredAt: day(2) };
const yes = { ...answered, decision: "yes" as const };
const trial = { ...answered, decision: "trial" as const, trialUntil: on(20) };
const talk = {
  ...answered,
  decision: "talk" as const,
  platformId: null,
  fromOn: null,
};
const placed = (since: number, until: number | null = null, wishId = "wish", placedAt = 2) => ({
  platformId: "phone",
  since: day(since),
  until: until ? day(until) : null,
  placedAt: day(placedAt),
  origin: "request" as const,
  wishId,
});
const ended = (kind: keyof WishFacts["endings"], side: Side = "patient") => ({
  endings: { [kind]: { at: day(9), side } },
});
const read = { acknowledgedAt: day(2) };
const talking = { ...waiting, answers: [talk], talk: { outcome: null, concludedAt: null } };
const concluded = (outcome: "wants-time" | "stays-as-it-is" | "will-be-decided" | "questions-answered") => ({
  ...talking,
  talk: { outcome, concludedAt: day(5) },
});
const inUse = { ...waiting, answers: [yes], ...read, placements: [placed(3)] };
const inTrial = { ...waiting, answers: [trial], ...read, placements: [placed(3, 21)] };
const trialOver = {
  ...inTrial,
  answers: [{ ...trial, trialUntil: on(7) }],
  placements: [placed(3, 8)],
};
const back = (since: number) => ({ ...placed(since), origin: "back" as const });
const kept = { ...placed(9), origin: "exception" as const, placedAt: day(9) };

const stories: [string, WishFacts, WishState][] = [
  ["nobody answered", waiting, "waiting"],
  ["a conversation is open", talking, "talking"],
  ["not sure: they talk at once", { ...talking, wish: "not-sure", answers: [] }, "talking"],
  ["they talked, and the patient wants time", concluded("wants-time"), "thinking"],
  ["they talked, and nothing changes", concluded("stays-as-it-is"), "stays"],
  ["they talked, and the practice will decide", concluded("will-be-decided"), "waiting"],
  ["the questions about it are answered, and the wish is not", concluded("questions-answered"), "waiting"],
  [
    "the questions of somebody who was not sure are answered",
    { ...concluded("questions-answered"), wish: "not-sure" },
    "stays",
  ],
  ["yes, and not read", { ...waiting, answers: [yes] }, "agreed"],
  ["a trial, and not read", { ...waiting, answers: [trial] }, "agreed"],
  [
    "a trial that was over before it was read",
    { ...waiting, answers: [{ ...trial, trialUntil: on(9) }] },
    "lapsed",
  ],
  ["a trial not read on its last day", { ...waiting, answers: [{ ...trial, trialUntil: on(10) }] }, "agreed"],
  ["yes after they talked", { ...concluded("stays-as-it-is"), answers: [talk, yes] }, "agreed"],
  ["not possible", { ...waiting, answers: [{ ...talk, decision: "not-possible" }] }, "not-possible"],
  ["read, and not begun", { ...waiting, answers: [yes], ...read, placements: [placed(11)] }, "upcoming"],
  ["read, and begun", inUse, "in-use"],
  ["read, on trial", inTrial, "in-trial"],
  ["the trial is over", trialOver, "trial-over"],
  ["kept during the trial", { ...inTrial, ...ended("kept"), placements: [placed(3, 21), kept] }, "kept"],
  ["kept after the trial", { ...trialOver, ...ended("kept"), placements: [placed(3, 8), kept] }, "kept"],
  [
    "something else was agreed on later",
    { ...inUse, placements: [placed(3), placed(5, null, "another", 5)] },
    "followed",
  ],
  [
    "something else was tried later, and that is over",
    { ...inUse, placements: [placed(3), placed(5, 8, "another", 5)] },
    "in-use",
  ],
  [
    "something else is agreed on and has not begun",
    { ...inUse, placements: [placed(3), placed(12, null, "another", 5)] },
    "in-use",
  ],
  [
    "the trial is over, and something else was agreed on since",
    { ...trialOver, placements: [placed(3, 8), placed(9, null, "another", 9)] },
    "followed",
  ],
  [
    "the trial is over, and something else was taken back before it began",
    {
      ...trialOver,
      placements: [
        placed(3, 8),
        placed(9, null, "another", 8),
        { ...back(8), wishId: "another", placedAt: day(8) },
      ],
    },
    "trial-over",
  ],
  ["gone back", { ...inUse, ...ended("gone-back"), placements: [placed(3), back(9)] }, "gone-back"],
  ["taken back", { ...waiting, ...ended("taken-back") }, "taken-back"],
  ["taken back after it was answered", { ...waiting, answers: [yes], ...ended("taken-back") }, "taken-back"],
  ["declined", { ...waiting, side: "practice", answers: [yes], ...ended("declined") }, "declined"],
];

test.each(stories)("%s", (_, facts, state) => expect(wishState(facts, now, on(10))).toBe(state));

const steps: [WishState, Side, Side, string][] = [
  ["waiting", "patient", "patient", "take-back"],
  ["waiting", "patient", "practice", "answer"],
  ["talking", "patient", "patient", "take-back"],
  ["talking", "patient", "practice", "answer"],
  ["thinking", "patient", "patient", "take-back"],
  ["thinking", "patient", "practice", "answer"],
  ["stays", "patient", "patient", ""],
  ["stays", "patient", "practice", ""],
  ["agreed", "patient", "patient", "acknowledge take-back"],
  ["agreed", "patient", "practice", "acknowledge"],
  ["agreed", "practice", "patient", "acknowledge decline"],
  ["agreed", "practice", "practice", "acknowledge take-back"],
  ["lapsed", "patient", "patient", ""],
  ["lapsed", "practice", "practice", ""],
  ["not-possible", "patient", "patient", ""],
  ["not-possible", "patient", "practice", ""],
  ["upcoming", "patient", "patient", "take-back"],
  ["upcoming", "patient", "practice", ""],
  ["upcoming", "practice", "patient", "decline"],
  ["upcoming", "practice", "practice", "take-back"],
  ["in-trial", "patient", "patient", "keep go-back"],
  ["in-trial", "patient", "practice", "keep go-back"],
  ["in-trial", "practice", "patient", "keep go-back"],
  ["in-trial", "practice", "practice", "keep go-back"],
  ["trial-over", "patient", "patient", "keep go-back"],
  ["trial-over", "practice", "practice", "keep go-back"],
  ["in-use", "patient", "patient", "go-back"],
  ["in-use", "patient", "practice", "go-back"],
  ["in-use", "practice", "patient", "go-back"],
  ["in-use", "practice", "practice", "go-back"],
  ["kept", "patient", "patient", "go-back"],
  ["kept", "practice", "practice", "go-back"],
  ["followed", "patient", "patient", ""],
  ["followed", "patient", "practice", ""],
  ["gone-back", "patient", "patient", ""],
  ["taken-back", "patient", "practice", ""],
  ["declined", "practice", "practice", ""],
  ["declined", "practice", "patient", ""],
];

test.each(steps)("%s, wished by the %s: the %s may %s", (state, side, who, expected) => {
  expect(nextSteps({ side, answers: [] }, state, who).join(" ")).toBe(expected);
});

test("what is to be looked at again on a day may be kept", () => {
  const reviewed = { side: "patient" as const, answers: [{ ...yes, reviewOn: on(9) }] };
  expect(nextSteps(reviewed, "in-use", "practice")).toEqual(["keep", "go-back"]);
});

describe("why a step is not possible", () => {
  test.each([
    ["agreed", "patient", "practice", "answer", "already-answered-wish"],
    ["upcoming", "patient", "practice", "answer", "already-answered-wish"],
    ["taken-back", "patient", "practice", "answer", "wish-taken-back"],
    ["agreed", "practice", "practice", "answer", "already-answered-wish"],
    ["waiting", "patient", "practice", "acknowledge", "wish-not-answered"],
    ["waiting", "patient", "practice", "take-back", "wish-of-the-other-side"],
    ["agreed", "practice", "patient", "take-back", "wish-of-the-other-side"],
    ["agreed", "patient", "patient", "decline", "wish-of-ones-own"],
    ["agreed", "patient", "patient", "go-back", "wish-not-read"],
    ["upcoming", "patient", "patient", "acknowledge", "wish-already-read"],
    ["upcoming", "patient", "patient", "keep", "wish-not-begun"],
    ["in-use", "patient", "patient", "take-back", "wish-in-use"],
    ["in-trial", "patient", "patient", "acknowledge", "wish-already-read"],
    ["kept", "patient", "practice", "keep", "wish-kept"],
    ["gone-back", "patient", "practice", "keep", "wish-gone-back"],
    ["followed", "patient", "patient", "go-back", "wish-followed"],
    ["lapsed", "patient", "patient", "acknowledge", "wish-lapsed"],
    ["not-possible", "patient", "patient", "take-back", "wish-not-possible"],
    ["trial-over", "patient", "patient", "take-back", "wish-trial-over"],
    ["declined", "practice", "practice", "take-back", "wish-declined"],
    ["stays", "patient", "practice", "answer", "wish-stays"],
    ["in-trial", "patient", "patient", "keep", null],
  ] as const)("%s, wished by the %s: the %s cannot %s", (state, side, who, step, reason) => {
    const isAnswered = !["waiting", "stays", "taken-back"].includes(state);
    const answers = isAnswered ? [yes] : [];
    expect(whyNotStep({ side, answers }, state, who, step)).toBe(reason);
  });
});
