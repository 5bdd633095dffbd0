import { describe, expect, test } from "vitest";
import { firstMoment, whyNotPlace, whyNotSetDefault } from "./placing-rules";

const timeZone = "America/Los_Angeles";
/** Noon of the twelfth there. */
const now = new Date("2026-01-12T20:00:00Z");
const today = "2026-01-12";
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const practice = { requiresVendorAgreement: true };
const platform = (id: string, more: { leftAt?: Date; kind?: "video" | "phone"; goodUntil?: string } = {}) => {
  const agreement = {
    value: "yes" as const,
    source: "checked" as const,
    checkedOn: today,
    goodUntil: more.goodUntil ?? null,
  };
  const facts = new Map(more.goodUntil === "never" ? [] : [["vendor-agreement" as const, agreement]]);
  return { id, kind: more.kind ?? ("video" as const), leftAt: more.leftAt ?? null, facts };
};

test("what begins today begins now, and else with its day where the practice is", () => {
  expect(firstMoment(null, now, timeZone)).toBe(now);
  expect(firstMoment(today, now, timeZone)).toBe(now);
  expect(firstMoment("2026-02-01", now, timeZone)).toEqual(new Date("2026-02-01T08:00:00Z"));
});

describe("what the practice meets on", () => {
  const meet = platform("meet");
  const former = { platformId: "zoom" };
  test.each([
    ["moves to another", { platform: meet, former, from: today }, null],
    ["is set for the first time", { platform: meet, former: null, from: today }, null],
    ["is not set for a day that is over", { platform: meet, former, from: "2026-01-11" }, "default-in-past"],
    ["is not set for a mistyped year", { platform: meet, former, from: "2062-01-12" }, "day-years-away"],
    ["is not set to what it is", { platform: platform("zoom"), former, from: today }, "default-unchanged"],
    [
      "is nothing that was left",
      { platform: platform("meet", { leftAt: now }), former, from: today },
      "platform-left",
    ],
    [
      "is nothing without an agreement",
      { platform: platform("meet", { goodUntil: "never" }), former, from: today },
      "platform-lacks-agreement",
    ],
    [
      "needs the agreement on the day it begins",
      { platform: platform("meet", { goodUntil: "2026-01-31" }), former, from: "2026-02-01" },
      "platform-lacks-agreement",
    ],
    [
      "may be the phone without one",
      { platform: platform("p", { kind: "phone", goodUntil: "never" }), former, from: today },
      null,
    ],
  ] as const)("%s", (_, facts, refusal) => {
    expect(whyNotSetDefault({ practice, today, ...facts })).toBe(refusal);
  });
});

describe("what one patient meets on", () => {
  const zoom = { platformId: "zoom", effectiveFrom: day(1), setAt: day(1) };
  const own = (platformId: string | null, since: number, until: number | null = null) => {
    return { platformId, since: day(since), until: until === null ? null : day(until), placedAt: day(since) };
  };
  const phone = platform("phone", { kind: "phone" });
  test.each([
    ["may be something else", phone, [], null],
    ["may be the same as the practice, so that they stay when it moves", platform("zoom"), [], null],
    ["is not what they have of their own", phone, [own("phone", 3)], "placement-unchanged"],
    ["may be for good what was a trial", phone, [own("phone", 3, 20)], null],
    ["may come sooner than was said", phone, [own("phone", 20)], null],
    ["goes back to the practice's", null, [own("phone", 3)], null],
    ["goes back before it began", null, [own("phone", 20)], null],
    ["is the practice's already", null, [], "placement-unchanged"],
    ["is so after they went back", null, [own("phone", 3), own(null, 5)], "placement-unchanged"],
    ["is nothing that was left", platform("meet", { leftAt: now }), [], "platform-left"],
    ["has its agreement", platform("meet", { goodUntil: "never" }), [], "platform-lacks-agreement"],
  ] as const)("%s", (_, wanted, placements, refusal) => {
    const facts = { platform: wanted, practice, placements, defaults: [zoom], since: now, today };
    expect(whyNotPlace({ ...facts, from: today })).toBe(refusal);
  });

  test("does not begin on a day that is over", () => {
    const facts = { platform: phone, practice, placements: [], defaults: [zoom], since: now, today };
    expect(whyNotPlace({ ...facts, from: "2026-01-11" })).toBe("placement-in-past");
    expect(whyNotPlace({ ...facts, from: "2062-01-12" })).toBe("day-years-away");
  });
});
