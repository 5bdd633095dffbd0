import { describe, expect, test } from "vitest";
import type { PlatformFact } from "./queries";
import {
  ageOf,
  agreementOf,
  canRecord,
  conflictsOf,
  hasCurrentAgreement,
  needsALook,
  troubleKinds,
  whyNotAddPlatform,
  whyNotLeavePlatform,
  whyNotNoteTrouble,
  whyNotPlaceOn,
  whyNotReturnTo,
} from "./rules";

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

describe("what is known of the agreement", () => {
  test.each([
    ["checked", known("yes"), "current", null],
    ["checked, with an end", known("yes", { goodUntil: "2026-12-31" }), "current", "2026-12-31"],
    ["over", known("yes", { goodUntil: "2026-03-09" }), "lapsed", "2026-03-09"],
    ["on the vendor's word", known("yes", { source: "vendor" }), "claimed", null],
    ["there is none", known("no"), "none", null],
    ["nobody knows", known("unknown"), "unknown", null],
    ["never noted", undefined, "unknown", null],
  ] as const)("%s", (_, agreement, state, until) => {
    const all = facts(agreement ? { "vendor-agreement": agreement } : {});
    expect(agreementOf(all, today)).toEqual({ state, until });
  });
});

describe("a platform needs a look", () => {
  const agreed = { "vendor-agreement": known("yes") };
  test.each([
    ["not with an agreement and fresh facts", "video", { ...agreed, recording: known("no") }, false],
    ["without an agreement", "video", {}, true],
    [
      "when its agreement ends within a month",
      "video",
      { "vendor-agreement": known("yes", { goodUntil: "2026-04-09" }) },
      true,
    ],
    [
      "not when it ends later",
      "video",
      { "vendor-agreement": known("yes", { goodUntil: "2026-04-10" }) },
      false,
    ],
    ["when a fact is old", "video", { ...agreed, recording: known("no", { checkedOn: "2025-01-01" }) }, true],
    [
      "when two facts cannot both be",
      "video",
      { ...agreed, "end-to-end-encryption": known("yes"), recording: known("yes") },
      true,
    ],
    [
      "not when it is one or the other",
      "video",
      { ...agreed, "end-to-end-encryption": known("partly"), recording: known("yes") },
      false,
    ],
    ["never the phone without an agreement", "phone", {}, false],
  ] as const)("%s", (_, kind, all, needs) => {
    expect(needsALook({ kind, facts: facts(all) }, { requiresVendorAgreement: true }, today)).toBe(needs);
  });

  test("when its agreement is over, also where the practice requires none", () => {
    const lapsed = facts({ "vendor-agreement": known("yes", { goodUntil: "2026-03-01" }) });
    const practice = { requiresVendorAgreement: false };
    expect(needsALook({ kind: "video", facts: lapsed }, practice, today)).toBe(true);
    expect(needsALook({ kind: "video", facts: facts({}) }, practice, today)).toBe(false);
  });
});

test.each([
  ["another service", "video", "doxy.me", null],
  ["the same in other letters", "video", "ZOOM", "platform-already-listed"],
  ["the phone again", "phone", "phone", "platform-already-listed"],
  ["in person", "in-person", "in-person", null],
] as const)("where Zoom and the phone are listed, %s", (_, kind, name, refusal) => {
  const listed = [
    { kind: "video", name: "Zoom" },
    { kind: "phone", name: "phone" },
  ] as const;
  expect(whyNotAddPlatform({ kind, name }, listed)).toBe(refusal);
});

test.each([
  ["that nobody meets on can be left", null, false, 0, null],
  ["that the practice meets on stays", null, true, 3, "platform-is-default"],
  ["that somebody meets on stays", null, false, 1, "platform-of-somebody"],
  ["that was left is not left again", new Date(0), false, 0, "platform-already-left"],
] as const)("a platform %s", (_, leftAt, isDefault, owners, refusal) => {
  expect(whyNotLeavePlatform({ leftAt }, { isDefault, owners })).toBe(refusal);
  expect(whyNotReturnTo({ leftAt })).toBe(leftAt ? null : "platform-not-left");
});

describe("trouble is noted", () => {
  const now = new Date(Date.UTC(2026, 2, 10, 12));
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const zoom = { id: "zoom", kind: "video" } as const;
  const phone = { id: "phone", kind: "phone" } as const;
  const before = { platformId: "zoom", kind: "sound-poor", reportedAt: ago(9) } as const;
  const here = { isArchived: false };
  test.each([
    ["once", here, zoom, null, null],
    ["of another kind right after", here, zoom, { ...before, kind: "line-dropped" }, null],
    ["on another platform right after", here, phone, before, null],
    ["again after ten minutes", here, zoom, { ...before, reportedAt: ago(10) }, null],
    ["not twice within ten minutes", here, zoom, before, "trouble-already-noted"],
    ["not where they meet nowhere", here, null, null, "trouble-nowhere"],
    ["not in person", here, { id: "room", kind: "in-person" }, null, "trouble-not-of-platform"],
    ["not for somebody whose care has ended", { isArchived: true }, zoom, null, "patient-archived"],
  ] as const)("%s", (_, patient, platform, latest, refusal) => {
    expect(whyNotNoteTrouble(patient, platform, "sound-poor", latest, now)).toBe(refusal);
  });

  test.each(troubleKinds)("of %s by video, and on the phone of anything but the picture", (kind) => {
    expect(whyNotNoteTrouble(here, zoom, kind, null, now)).toBeNull();
    const refusal = kind === "picture-poor" ? "trouble-not-of-platform" : null;
    expect(whyNotNoteTrouble(here, phone, kind, null, now)).toBe(refusal);
  });
});
