import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Canonical, canonical, parseCanonical } from "./canonical";

const { value: anyCanonical } = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.array(tie("value")),
    fc.dictionary(fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^\d{1,3}$/)), tie("value")),
  ),
}));

/** Outside the type on purpose: what untyped data could bring. */
const untyped = (value: unknown) => value as Canonical;

describe("canonical", () => {
  it("writes the same bytes as the canonicalize package", () => {
    fc.assert(
      fc.property(anyCanonical, (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2000 },
    );
  });

  it("orders keys by UTF-16 code units, also keys that look like numbers", () => {
    expect(canonical({ "\u{1f600}": 1, "\uffff": 2, "10": 3, "9": 4, a: 5, A: 6 })).toBe(
      '{"10":3,"9":4,"A":6,"a":5,"\u{1f600}":1,"\uffff":2}',
    );
  });

  it("leaves out members that are undefined", () => {
    expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}');
  });

  it.each([
    null,
    undefined,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    10n,
    new Date(0),
    Buffer.of(1),
    new Map(),
    [undefined],
    { a: null },
    "\ud800",
    { "\udc00": 1 },
  ])("refuses what is outside the grammar: %o", (value) => {
    expect(() => canonical(untyped(value))).toThrow();
  });
});

describe("parseCanonical", () => {
  it("reads back what canonical wrote", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), anyCanonical), (value) => {
        const text = canonical(value);
        const read = parseCanonical(text);
        expect(read && canonical(read)).toBe(text);
      }),
    );
  });

  it.each([
    '{"a": 1}',
    '{"a":1}\n',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a":1,"a":2}',
    '{"9":1,"10":1}',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":-0}',
    '{"a":null}',
    '{"a":"\\u0061"}',
    '{"a":"\\/"}',
    '{"a":"\\ud800"}',
    '{"a":9007199254740993}',
    '{"a":1',
    "[1]",
    "1",
    "",
  ])("refuses another spelling of an object: %s", (text) => {
    expect(parseCanonical(text)).toBeNull();
  });
});
