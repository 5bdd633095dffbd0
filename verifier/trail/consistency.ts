import { bytesOfHex } from "../written-bytes";
import { sha256Hex } from "./sha256";

/** Of a tree: how many leaves it has, and its root in hex. */
export type TreeHead = { size: number; root: string };

/** Nodes of the greater tree, in hex, that show that the smaller one is its beginning. */
export type ConsistencyProof = readonly string[];

/** The most nodes a proof may have, as witnesses read it. */
export const longestProof = 63;

/**
 * Which leaves each node of the proof from the first `from` leaves to all `to` stands over, in the proof's order
 * (RFC 6962 2.1.2). Those before `from` are perfect subtrees that the smaller tree's frontier has.
 */
export function proofRanges(from: number, to: number): { start: number; end: number }[] {
  if (from === 0 || from === to) return [];
  return rangesWithin(from, 0, to, true);
}

function rangesWithin(
  from: number,
  start: number,
  end: number,
  isKnown: boolean,
): ReturnType<typeof proofRanges> {
  if (from === end) return isKnown ? [] : [{ start, end }];
  const middle = start + greatestPowerBelow(end - start);
  return from <= middle
    ? [...rangesWithin(from, start, middle, isKnown), { start: middle, end }]
    : [...rangesWithin(from, middle, end, false), { start, end: middle }];
}

/** Whether the proof shows that `later` only adds to `earlier` (RFC 9162 2.1.4.2). Nothing is the beginning of anything. */
export function isConsistent(earlier: TreeHead, later: TreeHead, proof: ConsistencyProof): boolean {
  if (![earlier.root, later.root, ...proof].every(isHash)) return false;
  if (![earlier.size, later.size].every((size) => Number.isSafeInteger(size) && size >= 0)) return false;
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root;
  if (earlier.size === 0) return proof.length === 0;

  let [place, last] = [earlier.size - 1, later.size - 1];
  for (; place % 2 === 1; place = half(place)) last = half(last);
  // A whole power of two is a node of the greater tree itself, and is left out of the proof.
  const [first, ...rest] = place === 0 ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;

  let [before, after] = [first, first];
  for (const node of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [before, after] = [parent(node, before), parent(node, after)];
      for (; place % 2 === 0 && place !== 0; place /= 2) last = half(last);
    } else {
      after = parent(after, node);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && before === earlier.root && after === later.root;
}

function parent(left: string, right: string): string {
  return sha256Hex(bytesOfHex(`01${left}${right}`) ?? new Uint8Array());
}

function half(size: number): number {
  return Math.floor(size / 2);
}

function greatestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
