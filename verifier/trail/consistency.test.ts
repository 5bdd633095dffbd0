import { createHash } from "node:crypto";
import { assert, integer, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { isConsistent, longestProof, proofRanges } from "./consistency";

const sha256 = (...parts: (Buffer | string)[]) =>
  createHash("sha256")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();
const leafOf = (text: string) => sha256("\0", text);
const parent = (left: Buffer, right: Buffer) => sha256("\x01", left, right);
const hex = (nodes: Buffer[]) => nodes.map((node) => node.toString("hex"));

/** RFC 6962 2.1 and 2.1.2, word for word and slow. */
function root(leaves: Buffer[]): Buffer {
  const [only] = leaves;
  if (leaves.length < 2) return only ?? sha256("");
  const split = powerBelow(leaves.length);
  return parent(root(leaves.slice(0, split)), root(leaves.slice(split)));
}

function subproof(size: number, leaves: Buffer[], isKnown: boolean): Buffer[] {
  if (size === leaves.length) return isKnown ? [] : [root(leaves)];
  const split = powerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...subproof(size, left, isKnown), root(right)]
    : [...subproof(size - split, right, false), root(left)];
}

function powerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

const leaves = Array.from({ length: 130 }, (_, index) => leafOf(`leaf ${index}`));
const headAt = (size: number, of = leaves) => ({ size, root: root(of.slice(0, size)).toString("hex") });
const proofOf = (from: number, to: number, of = leaves) =>
  proofRanges(from, to).map(({ start, end }) => root(of.slice(start, end)).toString("hex"));

describe("a consistency proof", () => {
  it.each([
    [1, 1, []],
    [
      1,
      8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ],
    ],
    [
      6,
      8,
      [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ],
    ],
    [
      2,
      5,
      [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ],
    ],
  ])("from %i to %i is that of the reference tree of Certificate Transparency", (from, to, proof) => {
    const inputs = ["", "\x00", "\x10", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno"].map(leafOf);
    expect(proofOf(from, to, inputs)).toEqual(proof);
    expect(isConsistent(headAt(from, inputs), headAt(to, inputs), proof)).toBe(true);
  });

  it("is the one of the definition, and convinces, for every two sizes", () => {
    for (let to = 0; to <= 40; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = proofOf(from, to);
        if (from > 0) expect(proof).toEqual(hex(subproof(from, leaves.slice(0, to), true)));
        expect(isConsistent(headAt(from), headAt(to), proof), `${from} to ${to}`).toBe(true);
      }
    }
  });

  it("needs of what the smaller tree has only what its frontier has", () => {
    for (const [from, to] of [
      [1, 130],
      [7, 8],
      [64, 65],
      [100, 129],
      [127, 130],
    ] as const) {
      const frontier = new Set<string>();
      for (let start = 0, power = 64; power >= 1; power /= 2) {
        if (start + power > from) continue;
        frontier.add(`${start} ${start + power}`);
        start += power;
      }
      const before = proofRanges(from, to).filter(({ start }) => start < from);
      expect(before.filter(({ start, end }) => !frontier.has(`${start} ${end}`))).toEqual([]);
    }
  });

  it("is never longer than witnesses read", () => {
    expect(proofRanges(2 ** 52 + 1, 2 ** 53 - 1).length).toBeLessThanOrEqual(longestProof);
  });
});

describe("no proof convinces", () => {
  const other = leafOf("other").toString("hex");
  const sizes = { from: integer({ min: 1, max: 130 }), more: integer({ min: 1, max: 129 }) };

  it("that a history with another leaf among the first ones is the same one", () => {
    assert(
      property(sizes.from, sizes.more, nat(), (from, more, place) => {
        const to = Math.min(from + more, 130);
        const forked = leaves.with(place % from, leafOf("taken out"));
        const proofs = [
          proofOf(from, to),
          proofOf(from, to, forked),
          hex(subproof(from, forked.slice(0, to), true)),
        ];
        for (const proof of proofs) {
          expect(isConsistent(headAt(from), headAt(to, forked), proof)).toBe(false);
          if (from < to) expect(isConsistent(headAt(from, forked), headAt(to), proof)).toBe(false);
        }
      }),
    );
  });

  it("with a node changed, left out or added, nor of other sizes or roots", () => {
    for (const [from, to] of [
      [1, 2],
      [3, 7],
      [6, 8],
      [8, 13],
      [33, 65],
      [64, 128],
    ] as const) {
      const [earlier, later, proof] = [headAt(from), headAt(to), proofOf(from, to)];
      const wrong = [
        ...proof.flatMap((_, step) => [
          proof.with(step, other),
          proof.toSpliced(step, 1),
          proof.toSpliced(step, 0, other),
        ]),
        [...proof, other],
        proof.map((node) => node.toUpperCase()),
        ["", ...proof],
      ];
      for (const one of wrong) expect(isConsistent(earlier, later, one), `${from} to ${to}`).toBe(false);
      expect(isConsistent({ ...earlier, root: other }, later, proof)).toBe(false);
      expect(isConsistent(earlier, { ...later, root: other }, proof)).toBe(false);
      expect(isConsistent(later, earlier, proof)).toBe(false);
      expect(isConsistent(earlier, { ...later, size: 4 * to }, proof)).toBe(false);
      for (const size of [from - 1, Number.NaN, -1, 2 ** 53]) {
        expect(isConsistent({ ...earlier, size }, later, proof)).toBe(false);
      }
    }
  });

  it("that two trees of one size are the same, but the same root without a proof", () => {
    expect(isConsistent(headAt(9), headAt(9), [])).toBe(true);
    expect(isConsistent(headAt(9), headAt(9), [other])).toBe(false);
    expect(isConsistent(headAt(9), { size: 9, root: other }, [])).toBe(false);
    expect(isConsistent(headAt(0), headAt(9), [other])).toBe(false);
  });
});
