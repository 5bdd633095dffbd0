import { writeHex } from "../written-bytes";
import { sha256Hex } from "./sha256";

/** The roots of the perfect subtrees of the leaves so far, largest first: all that is needed to go on appending. */
export type Frontier = { size: number; nodes: string[] };

const emptyRoot = sha256Hex("");

/** SHA-256(0x00 ‖ canonical text), RFC 6962 2.1. */
export function leafHash(canonicalText: string): string {
  return sha256Hex(`\0${canonicalText}`);
}

export function emptyFrontier(): Frontier {
  return { size: 0, nodes: [] };
}

/** Adds one leaf in place; on average one hash. */
export function appendLeaf(frontier: Frontier, leaf: string): void {
  let node = leaf;
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) {
    node = parent(frontier.nodes.pop(), node);
  }
  frontier.nodes.push(node);
  frontier.size += 1;
}

export function merkleRoot(frontier: Frontier): string {
  const nodes = [...frontier.nodes];
  let root = nodes.pop();
  if (!root) return emptyRoot;
  while (nodes.length > 0) root = parent(nodes.pop(), root);
  return root;
}

export function frontierOf(leaves: Iterable<string>): Frontier {
  const frontier = emptyFrontier();
  for (const leaf of leaves) appendLeaf(frontier, leaf);
  return frontier;
}

/** The audit path of RFC 6962 2.1.1, from the leaf upwards. */
export function inclusionProof(leaves: readonly string[], index: number): string[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError("No such leaf");
  if (leaves.length === 1) return [];
  const split = largestPowerOfTwoBelow(leaves.length);
  const left = leaves.slice(0, split);
  const right = leaves.slice(split);
  return index < split
    ? [...inclusionProof(left, index), merkleRoot(frontierOf(right))]
    : [...inclusionProof(right, index - split), merkleRoot(frontierOf(left))];
}

/** RFC 9162 2.1.3.2. */
export function verifyInclusion(claim: {
  leaf: string;
  index: number;
  size: number;
  proof: readonly string[];
  root: string;
}): boolean {
  if (![claim.leaf, claim.root, ...claim.proof].every(isHash)) return false;
  if (!Number.isSafeInteger(claim.size) || !Number.isSafeInteger(claim.index)) return false;
  if (claim.index < 0 || claim.index >= claim.size) return false;

  let position = claim.index;
  let last = claim.size - 1;
  let node = claim.leaf;
  for (const sibling of claim.proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      node = parent(sibling, node);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      node = parent(node, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && node === claim.root;
}

const pair = new Uint8Array(65).fill(1);

/** Hexadecimal text in and out: making bytes of each hash anew costs more than the hash. */
function parent(left: string | undefined, right: string): string {
  if (!left) throw new Error("The frontier does not fit its size");
  if (!writeHash(left, 1) || !writeHash(right, 33)) throw new Error("Not a SHA-256");
  return sha256Hex(pair);
}

function writeHash(hex: string, at: number): boolean {
  return hex.length === 64 && writeHex(hex, pair, at);
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function largestPowerOfTwoBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
