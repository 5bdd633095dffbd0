import { expect, test } from "vitest";
import { whyNotConclude, whyNotTalkFirst } from "./rules";

const at = new Date("2026-01-20T12:00:00Z");
const open = { cancelledAt: null, answered: false, talkFirstSince: null };

test.each([
  ["an open question may be talked about", open, null],
  ["a cancelled one not", { ...open, cancelledAt: at }, "request-cancelled"],
  ["an answered one not", { ...open, answered: true }, "already-answered"],
  ["once is enough", { ...open, talkFirstSince: at }, "already-talking"],
])("talk first: %s", (_, facts, refusal) => expect(whyNotTalkFirst(facts)).toBe(refusal));

test.each([
  ["is noted once", { concludedAt: at, about: "question" }, "wants-time", "already-concluded"],
  [
    "may be that a question is taken back",
    { concludedAt: null, about: "question" },
    "will-not-be-asked",
    null,
  ],
  [
    "cannot take back a question that is none",
    { concludedAt: null, about: "wish" },
    "will-not-be-asked",
    "outcome-of-another-matter",
  ],
  ["may leave things as they are", { concludedAt: null, about: "wish" }, "stays-as-it-is", null],
  [
    "cannot leave a question as it is",
    { concludedAt: null, about: "question" },
    "stays-as-it-is",
    "outcome-of-another-matter",
  ],
  [
    "cannot leave a question to be decided",
    { concludedAt: null, about: "question" },
    "will-be-decided",
    "outcome-of-another-matter",
  ],
] as const)("how it ended %s", (_, facts, outcome, refusal) => {
  expect(whyNotConclude(facts, outcome)).toBe(refusal);
});
