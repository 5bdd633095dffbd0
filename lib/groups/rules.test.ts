import { describe, expect, test } from "vitest";
import { whyNotEndGroup, whyNotJoin, whyNotLeave, whyNotMakeGroup } from "./rules";

const day = "2026-03-03";
const now = new Date("2026-03-03T17:00:00Z");
const one = { isArchived: false };

describe("making a group", () => {
  const couple = { kind: "couple", treatingStaffId: "t", joinedOn: day } as const;
  const family = { ...couple, kind: "family" } as const;
  const therapy = { ...couple, kind: "therapy-group" } as const;
  test.each([
    ["of two is a couple", couple, [one, one], null, null],
    ["of one is no couple", couple, [one], null, "group-needs-two"],
    ["of one is no family", family, [one], null, "group-needs-two"],
    ["of one is a therapy group that begins", therapy, [one], null, null],
    ["of nobody is none", therapy, [], null, "group-needs-two"],
    ["with somebody archived is refused", couple, [one, { isArchived: true }], null, "patient-archived"],
    [
      "treated by nobody here is refused",
      { ...couple, treatingStaffId: "x" },
      [one, one],
      null,
      "treating-not-therapist",
    ],
    ["of one's own is a therapist's", couple, [one, one], "t", null],
    ["of a colleague is not a therapist's", couple, [one, one], "u", "group-not-yours"],
    [
      "from tomorrow on is refused",
      { ...couple, joinedOn: "2026-03-04" },
      [one, one],
      null,
      "joined-in-future",
    ],
  ] as const)("%s", (_, group, members, onlyForId, refusal) => {
    expect(whyNotMakeGroup(group, members, { therapistIds: ["t"], today: day }, onlyForId)).toBe(refusal);
  });
});

const belongs = { patientId: "p", joinedOn: "2026-01-12", leftOn: null };
const left = { ...belongs, leftOn: "2026-02-01" };

describe("joining a group", () => {
  test.each([
    ["is possible from today", [], null, false, day, null],
    ["is refused once it ended", [], now, false, day, "group-ended"],
    ["is refused to who belongs", [belongs], null, false, day, "already-member"],
    ["is refused to who is archived", [], null, true, day, "patient-archived"],
    ["is refused from tomorrow on", [], null, false, "2026-03-04", "joined-in-future"],
    ["again is possible from the last day on", [left], null, false, "2026-02-01", null],
    ["again is refused before it", [left], null, false, "2026-01-31", "joined-before-leaving"],
  ] as const)("%s", (_, members, endedAt, isArchived, joinedOn, refusal) => {
    expect(whyNotJoin({ endedAt, members }, { id: "p", isArchived }, joinedOn, day)).toBe(refusal);
  });
});

describe("leaving a group", () => {
  test.each([
    ["is possible on the day one joined", [belongs], null, "2026-01-12", null],
    ["is refused before it", [belongs], null, "2026-01-11", "left-before-joining"],
    ["is refused from tomorrow on", [belongs], null, "2026-03-04", "left-in-future"],
    ["is refused to who never belonged", [], null, day, "not-a-member"],
    ["is refused to who left", [left], null, day, "not-a-member"],
    ["is refused once it ended", [belongs], now, day, "group-ended"],
  ] as const)("%s", (_, members, endedAt, leftOn, refusal) => {
    expect(whyNotLeave({ endedAt, members }, "p", leftOn, day)).toBe(refusal);
  });
});

test("a group ends once", () => {
  expect(whyNotEndGroup({ endedAt: null })).toBeNull();
  expect(whyNotEndGroup({ endedAt: now })).toBe("group-ended");
});
