import { describe, expect, test } from "vitest";
import type { PlatformFact } from "./queries";
import { ageOf, canRecord, conflictsOf, hasCurrentAgreement, whyNotPlaceOn } from "./rules";

type Known = Pick<PlatformFact, "value" | "source" | "checkedOn" | "goodUntil">;
const known = (value: Known["value"], rest: Partial<Known> = {}): Known => {
  return {
    value,
    source: value === "unknown" ? "unknown" : "checked",
    checkedOn: "2026-03-01",
    goodUntil: null,
    ...rest,
  };
};
const facts = (all: Partial<Record<PlatformFact["key"], Known>>) =>
  new Map(Object.entries(all)) as ReadonlyMap<PlatformFact["key"], Known>;
const today = "2026-03-10";

describe("an agreement with the vendor", () => {
  test.each([
    ["that was checked is current", known("yes"), true],
    ["is current to its last day", known("yes", { goodUntil: today }), true],
    ["is over on the day after", known("yes", { goodUntil: "2026-03-09" }), false],
    ["is not taken from the vendor's word", known("yes", { source: "vendor" }), false],
    ["is not taken from an opinion", known("yes", { source: "opinion" }), false],
    ["that there is not is none", known("no"), false],
    ["of which nobody knows is none", known("unknown"), false],
    ["that was never noted is none", undefined, false],
  ])("%s", (_, agreement, isCurrent) => {
    const platform = { facts: facts(agreement ? { "vendor-agreement": agreement } : {}) };
    expect(hasCurrentAgreement(platform, today)).toBe(isCurrent);
  });
});

describe("somebody can be put on", () => {
  const agreed = facts({ "vendor-agreement": known("yes") });
  const none = facts({});
  const leftAt = new Date(0);
  test.each([
    ["a service with an agreement", "video", null, agreed, true, null],
    ["no service without one", "video", null, none, true, "platform-lacks-agreement"],
    ["a service without one where the practice needs none", "video", null, none, false, null],
    ["the phone, which has no vendor", "phone", null, none, true, null],
    ["being in person, too", "in-person", null, none, true, null],
    ["nothing that the practice left", "video", leftAt, agreed, true, "platform-left"],
    ["nothing that it left, though it needs no agreement", "phone", leftAt, none, false, "platform-left"],
  ] as const)("%s", (_, kind, left, has, requiresVendorAgreement, refusal) => {
    expect(whyNotPlaceOn({ kind, leftAt: left, facts: has }, { requiresVendorAgreement }, today)).toBe(
      refusal,
    );
  });
});

test.each([
  ["yes", true],
  ["partly", true],
  ["unknown", true],
  [undefined, true],
  ["no", false],
] as const)("where recording is %s, that it can record is %s", (value, can) => {
  expect(canRecord({ facts: facts(value ? { recording: known(value) } : {}) })).toBe(can);
});

test.each([
  ["2026-03-10", null],
  ["2025-09-11", null],
  ["2025-09-10", 181],
  ["2024-03-10", 730],
])("a fact checked on %s has the age %s on March 10, 2026", (checkedOn, age) => {
  expect(ageOf(known("yes", { checkedOn }), today)).toBe(age);
});

test("what nobody knows does not grow old", () => {
  expect(ageOf(known("unknown", { checkedOn: "2020-01-01" }), today)).toBeNull();
});

describe("end-to-end encryption", () => {
  test.each([
    ["goes against recording", "yes", { recording: "yes" }, [{ with: "recording", kind: "impossible" }]],
    ["in part is one or the other", "partly", { recording: "yes" }, [{ with: "recording", kind: "either" }]],
    [
      "goes with recording in part by turns",
      "yes",
      { recording: "partly" },
      [{ with: "recording", kind: "either" }],
    ],
    ["goes against dialling in", "yes", { "dial-in": "yes" }, [{ with: "dial-in", kind: "impossible" }]],
    [
      "goes against use of what is said",
      "yes",
      { "content-use": "yes" },
      [{ with: "content-use", kind: "impossible" }],
    ],
    ["goes with what is not there", "yes", { recording: "no", "dial-in": "unknown" }, []],
    ["that is not there goes with everything", "no", { recording: "yes", "dial-in": "yes" }, []],
    ["of which nobody knows is no conflict", "unknown", { recording: "yes" }, []],
  ] as const)("%s", (_, encryption, others, conflicts) => {
    const all = Object.entries(others).map(([key, value]) => [key, known(value)]);
    const map = facts({ "end-to-end-encryption": known(encryption), ...Object.fromEntries(all) });
    expect(conflictsOf(map)).toEqual(conflicts);
  });
});
