import { describe, expect, test } from "vitest";
import { type ComparedPlatform, type ComparedRow, compareFacts } from "./compare-facts";
import type { FactKey, FactValue } from "./facts";
import type { PlatformKind } from "./platform-name";

const today = "2026-09-01";
type Fact = NonNullable<ReturnType<ComparedPlatform["facts"]["get"]>>;
const seen: Fact = {
  value: "yes",
  words: null,
  source: "checked",
  sourceName: null,
  checkedOn: "2026-08-01",
  goodUntil: null,
  notedAt: new Date("2026-08-01"),
};

function on(facts: Partial<Record<FactKey, Partial<Fact>>>, kind: PlatformKind = "video"): ComparedPlatform {
  const known = Object.entries(facts).map(([key, fact]) => [key as FactKey, { ...seen, ...fact }] as const);
  return { id: kind, kind, name: "A", facts: new Map(known) };
}

const values = (rows: ComparedRow[]) =>
  rows.map(({ key, now, there }) => [key, knownAs(now), knownAs(there)].join(" "));
const knownAs = (side: ComparedRow["now"]) => (typeof side === "string" ? side : side.value);

describe("only the rows that differ are there", () => {
  test.each<[string, Partial<Fact> | null, Partial<Fact> | null, [FactValue, FactValue] | null]>([
    ["both the same", {}, {}, null],
    ["yes and no", {}, { value: "no" }, ["yes", "no"]],
    ["yes and never noted", {}, null, ["yes", "unknown"]],
    ["never noted and yes", null, {}, ["unknown", "yes"]],
    ["neither noted", null, null, null],
    ["looked for in vain, and never noted", { value: "unknown", source: "unknown" }, null, null],
    ["the same from another source", { source: "vendor" }, {}, null],
    ["the same in other words", { words: { en: "a" } }, { words: { en: "b" } }, null],
    [
      "partly, in other words",
      { value: "partly", words: { en: "a" } },
      { value: "partly", words: { en: "b" } },
      ["partly", "partly"],
    ],
    [
      "partly, in the same words",
      { value: "partly", words: { en: "a" } },
      { value: "partly", words: { en: "a" } },
      null,
    ],
    ["one that is over", { goodUntil: "2026-08-31" }, {}, ["unknown", "yes"]],
    ["one that ends today", { goodUntil: today }, {}, null],
  ])("%s", (_, now, there, expected) => {
    const rows = compareFacts(
      on(now ? { "account-needed": now } : {}),
      on(there ? { "account-needed": there } : {}),
      today,
    );
    expect(values(rows)).toEqual(expected ? [`account-needed ${expected.join(" ")}`] : []);
  });

  test("in the order in which facts are shown", () => {
    const rows = compareFacts(on({ ease: { value: "good" }, recording: {}, cost: {} }), on({}), today);
    expect(rows.map(({ key }) => key)).toEqual(["recording", "cost", "ease"]);
  });
});

test("by phone there is no picture, and what belongs to a video service has no row", () => {
  const rows = compareFacts(
    on({ recording: {}, "in-browser": {}, "account-needed": {} }),
    on({ recording: { value: "no" } }, "phone"),
    today,
  );
  expect(values(rows)).toEqual(["way video phone", "picture video phone", "recording yes no"]);
});

test("each side says from where and when, and whether that is long ago", () => {
  const [row] = compareFacts(
    on({ quality: { value: "good", source: "opinion", sourceName: "Kim", checkedOn: "2026-03-04" } }),
    on({ quality: { value: "fair", source: "experience", checkedOn: "2026-03-05" } }),
    today,
  );
  expect(row?.now).toMatchObject({
    source: "opinion",
    sourceName: "Kim",
    checkedOn: "2026-03-04",
    isOld: true,
  });
  expect(row?.there).toMatchObject({ source: "experience", checkedOn: "2026-03-05", isOld: false });
});
