import { expect, test } from "vitest";
import { type DisclosureKind, disclosureKinds } from "@/lib/disclosures/kinds";
import { dutiesOf, isSettled, whyNotComplete } from "./rules";

const whole = { partly: false, upcoming: false };
const days = (kind: DisclosureKind, how = whole) =>
  dutiesOf(kind, how).map((duty) => `${duty.kind} ${duty.days}`);

test.each([
  ["recording-consent", ["stop-recording 1", "decide-recordings 7"]],
  ["video-sharing-consent", ["end-shares 3"]],
  ["platform-disclosure", ["agree-on-platform 7"]],
  ["platform-trade-off", ["agree-on-platform 7"]],
  ["ai-transcription", ["stop-transcription 1"]],
  ["authorization", ["tell-recipients 3"]],
  ["email-risk", ["stop-email 1"]],
  ["electronic-records-consent", ["use-paper 3"]],
  ["privacy-notice", ["stop-use 1"]],
] satisfies [DisclosureKind, string[]][])(
  "what taking back a %s leaves to do, and in how many days",
  (kind, owed) => {
    expect(days(kind)).toEqual(owed);
  },
);

test("every kind leaves something to do", () => {
  for (const kind of disclosureKinds) expect(dutiesOf(kind, whole)).not.toEqual([]);
});

test("one use of a recording ends that use, and not all recording", () => {
  expect(days("recording-consent", { ...whole, partly: true })).toEqual([
    "stop-use 1",
    "decide-recordings 7",
  ]);
});

test("an answer to a text that is not in force yet leaves nothing to do", () => {
  for (const kind of disclosureKinds) expect(dutiesOf(kind, { ...whole, upcoming: true })).toEqual([]);
});

test.each([
  [null, false, null],
  [new Date(0), false, "duty-done"],
  [null, true, "duty-over"],
])("a duty done at %s, over is %s, cannot be noted as done for the reason %s", (doneAt, isOver, refusal) => {
  expect(whyNotComplete({ doneAt, isOver })).toBe(refusal);
});

const owed = { id: "duty", kind: "agree-on-platform" } as const;
const toAgree = { dutyIds: ["duty"] };

test.each([
  ["is open while another way is to be agreed", owed, { toAgree }, false],
  ["is settled once that is so no longer", owed, { toAgree: null }, true],
  ["is settled where only another text still waits", owed, { toAgree: { dutyIds: ["other"] } }, true],
  ["is open where nobody said how they meet", owed, null, false],
  ["to do something else waits for somebody", { ...owed, kind: "stop-email" }, { toAgree: null }, false],
] as const)("a duty %s", (_, duty, meets, settled) => {
  expect(isSettled(duty, meets)).toBe(settled);
});
