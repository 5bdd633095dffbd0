import { describe, expect, it } from "vitest";
import { doubtOf, isDue, nextTry, outcomeOfFault, type SendingFacts, whyNotOwed } from "./rules";

const now = new Date("2026-03-03T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const untried: SendingFacts = {
  notBefore: null,
  deliveredAt: null,
  isSettled: false,
  isTaken: false,
  attempts: 0,
  failures: 0,
  lastAttemptAt: null,
  lastFailure: null,
};

const failed = (kind: "refused" | "unreachable", nextTryAt: Date | null): SendingFacts => ({
  ...untried,
  attempts: 1,
  failures: 1,
  lastAttemptAt: ago(301),
  lastFailure: { kind, failedAt: ago(300), nextTryAt },
});

describe("isDue", () => {
  it.each<[string, SendingFacts, boolean]>([
    ["a message nobody has tried is due", untried, true],
    ["a delivered message is not", { ...untried, deliveredAt: ago(1) }, false],
    ["one that is settled is not", { ...untried, isSettled: true }, false],
    ["one whose time has not come is not", { ...untried, notBefore: ago(-1) }, false],
    ["one whose time has come is", { ...untried, notBefore: ago(0) }, true],
    ["one that was refused for good is not", failed("refused", null), false],
    ["one whose pause is not over is not", failed("unreachable", ago(-1)), false],
    ["one whose pause is over is", failed("unreachable", ago(1)), true],
    ["one that is being sent is not", { ...untried, attempts: 1, lastAttemptAt: ago(119) }, false],
    ["one whose sender is gone is", { ...untried, attempts: 1, lastAttemptAt: ago(121) }, true],
    [
      "one that is being sent again is not",
      { ...failed("unreachable", ago(1)), attempts: 2, lastAttemptAt: ago(5) },
      false,
    ],
  ])("%s", (_, facts, due) => {
    expect(isDue(facts, now)).toBe(due);
  });
});

it("waits a minute after the first try, twice as long each time, and at most six hours", () => {
  const minutes = [1, 2, 3, 9, 10, 400].map(
    (attempt) => (nextTry(attempt, now).getTime() - now.getTime()) / 60_000,
  );
  expect(minutes).toEqual([1, 2, 4, 256, 360, 360]);
});

it("waits at least ten minutes for a server that may have the mail", () => {
  const minutes = [1, 4, 5].map(
    (attempt) => (nextTry(attempt, now, true).getTime() - now.getTime()) / 60_000,
  );
  expect(minutes).toEqual([10, 10, 16]);
});

it.each([
  [0, null, null],
  [0, now, null],
  [1, null, "may-have-arrived"],
  [2, null, "may-have-arrived-twice"],
  [1, now, "may-have-arrived-twice"],
] as const)("handed over %s times without an answer, delivered %s: %s", (unanswered, deliveredAt, doubt) => {
  expect(doubtOf({ unanswered, deliveredAt })).toBe(doubt);
});

it("a question is owed while something is open and the patient is cared for", () => {
  expect(whyNotOwed({ hasOpen: true, isArchived: false })).toBeNull();
  expect(whyNotOwed({ hasOpen: false, isArchived: false })).toBe("nothing-open");
  expect(whyNotOwed({ hasOpen: true, isArchived: true })).toBe("archived");
});

describe("outcomeOfFault", () => {
  it.each([
    [
      "a recipient who does not exist",
      { responseCode: 550, command: "RCPT TO", code: "EENVELOPE" },
      "refused",
    ],
    ["a message that is refused", { responseCode: 554, command: "DATA", code: "EMESSAGE" }, "refused"],
    [
      "a mailbox that is full for now",
      { responseCode: 451, command: "RCPT TO", code: "EENVELOPE" },
      "unreachable",
    ],
    ["our own wrong password", { responseCode: 535, command: "AUTH PLAIN", code: "EAUTH" }, "unreachable"],
    [
      "a server that greets us with a no",
      { responseCode: 554, command: "CONN", code: "EPROTOCOL" },
      "unreachable",
    ],
    ["our sender's address", { responseCode: 550, command: "MAIL FROM", code: "EENVELOPE" }, "unreachable"],
    ["a confused session", { responseCode: 503, command: "RCPT TO", code: "EENVELOPE" }, "unreachable"],
    ["silence", { code: "ETIMEDOUT", command: "CONN" }, "unreachable"],
    ["anything else", {}, "unreachable"],
  ])("%s", (_, fault, kind) => {
    expect(outcomeOfFault(fault)).toMatchObject({ state: "failed", kind });
  });

  it("keeps codes, and nothing a server said about a person", () => {
    const fault = {
      responseCode: 550,
      command: "RCPT TO",
      code: "EENVELOPE",
      response: "550 ana@x.test unknown",
    };
    expect(outcomeOfFault(fault)).toEqual({ state: "failed", kind: "refused", cause: "EENVELOPE 550 RCPT" });
  });
});
