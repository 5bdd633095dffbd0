import { describe, expect, test } from "vitest";
import { answer, day, request } from "@/lib/consents/facts.fixture";
import { type AskedHolder, type HolderState, holderState, holderStates, isToCall } from "./holder-state";

const arrived = { deliveredAt: day(5), isRefused: false, isLate: false };
const owed = { ...arrived, deliveredAt: null };
const holder: AskedHolder = {
  skip: null,
  request: request(),
  hasEmail: true,
  mail: arrived,
  isStopped: false,
};

describe("how far a campaign has come with one person", () => {
  test.each<[string, Partial<AskedHolder>, HolderState]>([
    ["their turn has not come", { request: null, mail: null }, "to-ask"],
    ["and does not come after a stop", { request: null, mail: null, isStopped: true }, "not-asked"],
    ["there was a reason not to", { request: null, skip: "archived" }, "skipped"],
    ["the mail is on its way", { mail: owed }, "leaving"],
    ["the mail arrived", {}, "reached"],
    ["the mailbox refused it", { mail: { ...owed, isRefused: true } }, "not-reached"],
    ["the mailbox has not taken it for long", { mail: { ...owed, isLate: true } }, "not-reached"],
    ["they have no address", { hasEmail: false, mail: null }, "in-the-room"],
    ["they had no address when they were asked", { mail: null }, "in-the-room"],
    ["they opened it", { request: request({ openedAt: day(6) }) }, "opened"],
    [
      "they opened it although a mail was refused",
      { request: request({ openedAt: day(6) }), mail: { ...owed, isRefused: true } },
      "opened",
    ],
    [
      "they want to talk first",
      { request: request({ openedAt: day(6), talkFirstSince: day(7) }) },
      "talk-first",
    ],
    ["they asked not to be asked", { request: request({ declinedAt: day(7) }) }, "asked-not-to"],
    ["it was taken back", { request: request({ cancelledAt: day(7) }) }, "taken-back"],
    ["they answered", { request: request({ answer: answer() }) }, "answered"],
  ])("%s", (_, more, expected) => {
    expect(holderState({ ...holder, ...more })).toBe(expected);
  });

  test("only whom no message reaches is called", () => {
    expect(holderStates.filter(isToCall)).toEqual(["not-reached", "in-the-room"]);
  });
});
