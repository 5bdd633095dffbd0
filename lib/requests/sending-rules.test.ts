import { expect, test } from "vitest";
import { isToBeSent, type LatestMail, maySend, whyNotSendAgain } from "./sending-rules";

const now = new Date("2026-11-29T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const mail: LatestMail = { owedAt: ago(90), deliveredAt: null, settledAt: null, failure: null };

test.each<[string, LatestMail | undefined, boolean]>([
  ["none went to the address in force", undefined, true],
  ["it was refused", { ...mail, failure: "refused" }, true],
  ["it was not needed then", { ...mail, settledAt: ago(80) }, true],
  ["it arrived an hour ago", { ...mail, deliveredAt: ago(60) }, true],
  ["it arrived less than an hour ago", { ...mail, deliveredAt: ago(59) }, false],
  ["it is on its way", mail, false],
  ["it is tried again by itself", { ...mail, failure: "unreachable" }, false],
])("another mail may go out when %s: %#", (_, latest, expected) => {
  expect(maySend(latest, now)).toBe(expected);
});

const open = {
  answer: null,
  cancelledAt: null,
  declinedAt: null,
  ending: null,
  talkFirstSince: null,
  startedByPatient: false,
};

test.each([
  ["an open question", {}, true],
  ["one taken back", { cancelledAt: now }, false],
  ["one not to be asked again", { declinedAt: now }, false],
  ["one to be talked about first", { talkFirstSince: now }, false],
  ["one the patient started", { startedByPatient: true }, false],
])("%s is sent: %#", (_, change, expected) => {
  expect(isToBeSent({ ...open, ...change })).toBe(expected);
});

const facts = { isArchived: false, hasEmail: true, isReachable: true, waiting: 2, sendable: 1 };

test.each([
  ["nothing stands in the way", {}, null],
  ["archived", { isArchived: true }, "patient-archived"],
  ["without an address", { hasEmail: false }, "no-address"],
  ["of age, with a parent's mailbox", { isReachable: false }, "mailbox-outgrown"],
  ["nothing open", { waiting: 0, sendable: 0 }, "nothing-waits"],
  ["just sent", { sendable: 0 }, "mail-just-sent"],
])("sending again, %s", (_, change, expected) => {
  expect(whyNotSendAgain({ ...facts, ...change })).toBe(expected);
});
