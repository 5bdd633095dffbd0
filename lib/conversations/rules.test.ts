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

test("how it ended is noted once", () => {
  expect(whyNotConclude({ concludedAt: null })).toBeNull();
  expect(whyNotConclude({ concludedAt: at })).toBe("already-concluded");
});
