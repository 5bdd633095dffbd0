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

const plainText = fc.stringMatching(/^[ !#-[\]-~]{0,6}$/);
const { value: plainCanonical } = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    plainText,
    fc.integer({ min: -20, max: 1200 }),
    fc.boolean(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.oneof(plainText, fc.stringMatching(/^\d{1,2}$/)), tie("value"), { maxKeys: 3 }),
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

  it("takes a text of plain letters for canonical exactly when writing what it holds gives the same text", () => {
    const byDefinition = (text: string) => {
      try {
        const value = JSON.parse(text);
        return canonicalize(value) === text && canonical(value) === text ? value : null;
      } catch {
        return null;
      }
    };
    const spoiling = fc.record({
      at: fc.nat(),
      removed: fc.nat({ max: 2 }),
      put: fc.stringMatching(/^[{}[\]",:+.eE019tfruslnab -]{0,3}$/),
    });
    let refused = 0;
    fc.assert(
      fc.property(fc.dictionary(plainText, plainCanonical), fc.option(spoiling), (value, spoilt) => {
        const text = canonical(value);
        const at = spoilt ? spoilt.at % (text.length + 1) : 0;
        const given = spoilt ? text.slice(0, at) + spoilt.put + text.slice(at + spoilt.removed) : text;
        const read = parseCanonical(given);
        expect(read).toEqual(given.startsWith("{") ? byDefinition(given) : null);
        if (!read) refused += 1;
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(300);
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
