import type { Context } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import type { Frontier } from "@/verifier/trail/merkle";
import { growWithProof, readTree } from "../prove-consistency";

/** The tree that was proven last of each trail, so that a long one is not read from its beginning every hour. */
const proven = new Map<string, Frontier>();

/** Proves that the first entries, whatever number a witness knows, are the beginning of so many; asks the database once a number. */
export function growthProofs(ctx: Context, size: number): (from: number) => Promise<string[]> {
  const asked = new Map<number, Promise<string[]>>();
  return (from) => {
    const proof = asked.get(from) ?? prove(ctx, from, size);
    asked.set(from, proof);
    return proof;
  };
}

function prove(ctx: Context, from: number, size: number): Promise<string[]> {
  if (from === 0) return Promise.resolve([]);
  return readPractice(ctx, async (tx) => {
    const known = proven.get(ctx.practiceId);
    const tree =
      known?.size === from ? { size: from, nodes: [...known.nodes] } : await readTree(tx, ctx, from);
    const proof = await growWithProof(tx, ctx, tree, size);
    proven.set(ctx.practiceId, tree);
    return proof;
  });
}
