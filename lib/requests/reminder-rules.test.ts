import { describe, expect, test } from "vitest";
import { answer, day, request } from "@/lib/consents/facts.fixture";
import { isTimeToRemind, isToRemind, isToRenew, type WaitingQuestion } from "./reminder-rules";

const now = day(20);
const waiting: WaitingQuestion = {
  ...request(),
  kind: "platform-disclosure",
  retired: false,
  reminders: 0,
};
const voluntary = { ...waiting, kind: "recording-consent" as const };

describe("one more word about a question", () => {
  test.each<[string, WaitingQuestion, number, boolean]>([
    ["helps when it waits", waiting, 3, true],
    ["is the third of three at most for what is needed", { ...waiting, reminders: 2 }, 3, true],
    ["is not a fourth of three", { ...waiting, reminders: 3 }, 3, false],
    ["is the first for what is voluntary", voluntary, 3, true],
    ["is not the second for what is voluntary", { ...voluntary, reminders: 1 }, 3, false],
    ["is none where the practice wants none", waiting, 0, false],
    ["is none of what is voluntary where the practice wants none", voluntary, 0, false],
    ["is not needed after an answer", { ...waiting, answer: answer() }, 3, false],
    ["is not wanted by who wants to talk first", { ...waiting, talkFirstSince: day(5) }, 3, false],
    ["is not wanted by who asked not to be asked", { ...waiting, declinedAt: day(5) }, 3, false],
    ["is idle after it was taken back", { ...waiting, cancelledAt: day(5) }, 3, false],
    ["is idle after it ended otherwise", { ...waiting, ending: { outcome: "unable", at: day(5) } }, 3, false],
    ["is idle about what is no longer given out", { ...waiting, retired: true }, 3, false],
    ["is not for their own wish", { ...waiting, startedByPatient: true }, 3, false],
  ])("%s", (_, question, most, expected) => {
    expect(isToRemind(question, most)).toBe(expected);
  });
});

describe("it is time for another word", () => {
  test.each<[string, (Date | null)[], boolean]>([
    ["when the last one arrived a week ago", [day(13)], true],
    ["not a day sooner", [day(14)], false],
    ["not when a later one arrived since", [day(1), day(14)], false],
    ["not when one has not arrived", [day(1), null], false],
    ["not when there was none", [], false],
  ])("%s", (_, deliveries, expected) => {
    expect(isTimeToRemind(deliveries, 7, now)).toBe(expected);
  });
});

describe("an answer is asked about ahead of time", () => {
  const ends = (n: number) => answer({ expiresAt: day(n) });
  test.each([
    ["when it ends within the days", ends(49), [], true],
    ["on the very day they begin", ends(50), [], true],
    ["not sooner", ends(51), [], false],
    ["not after it ended", ends(20), [], false],
    ["not when it does not end", answer(), [], false],
    ["not when they were asked since", ends(40), [request({ askedAt: day(6) })], false],
    [
      "when what was asked since was taken back",
      ends(40),
      [request({ askedAt: day(6), cancelledAt: day(7) })],
      true,
    ],
    ["when they were asked before", ends(40), [request({ askedAt: day(4) })], true],
  ])("%s", (_, ending, asked, expected) => {
    expect(isToRenew(ending, asked, 30, now)).toBe(expected);
  });
});
