import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { proofRanges } from "@/verifier/trail/consistency";
import { appendLeaf, emptyFrontier, type Frontier, merkleRoot } from "@/verifier/trail/merkle";
import { readLeaves } from "./read-leaves";

/**
 * Lets `tree` grow to so many entries, and proves that what it was is the beginning of what it is (RFC 6962 2.1.2).
 * Whoever keeps the tree for the next time reads only on from there.
 */
export async function growWithProof(tx: Tx, ctx: Context, tree: Frontier, size: number): Promise<string[]> {
  const known = subtrees(tree);
  const asked = proofRanges(tree.size, size).map((range) => ({ ...range, tree: emptyFrontier() }));
  const added = asked.filter(({ start }) => start >= tree.size).toSorted((a, b) => a.start - b.start);
  for await (const leaves of readLeaves(tx, ctx, tree.size, size)) {
    for (const leaf of leaves) {
      while (added[0] && added[0].end <= tree.size) added.shift();
      if (added[0]) appendLeaf(added[0].tree, leaf);
      appendLeaf(tree, leaf);
    }
  }
  return asked.map(({ start, tree: subtree }) => known.get(start) ?? merkleRoot(subtree));
}

/** The tree of the first entries, read from the beginning. */
export async function readTree(tx: Tx, ctx: Context, size: number): Promise<Frontier> {
  const tree = emptyFrontier();
  await growWithProof(tx, ctx, tree, size);
  return tree;
}

/** The frontier's nodes by the entry they begin with. */
function subtrees({ size, nodes }: Frontier): Map<number, string> {
  let start = 0;
  return new Map(
    nodes.map((node) => {
      const at = start;
      let width = 1;
      while (width * 2 <= size - at) width *= 2;
      start += width;
      return [at, node];
    }),
  );
}
