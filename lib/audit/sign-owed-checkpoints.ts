import type { SystemContext } from "@/lib/context";
import { sweep } from "@/lib/worker/sweep";
import { emptyFrontier, type Frontier } from "@/verifier/trail/merkle";
import { trySigning } from "./try-signing";

const pause = 10 * 60_000;
const restingUntil = new Map<string, number>();
/** Once a day, and after a start, each trail is read from its beginning: that it was altered is to be noticed. */
const longestKept = 24 * 60 * 60_000;
const signedTrees = new Map<string, { tree: Frontier; since: number }>();

/**
 * Signs the trails that are due, and says how many. Two workers at once sign one after the other, never twice.
 * A trail that cannot be signed stays due; it is read again, and reported again, after a pause.
 */
export const signOwedCheckpoints = sweep({
  due: "checkpoints_due",
  most: 1_000,
  each: signOrRest,
  fault: (practiceId) => `the trail of practice ${practiceId} could not be looked at`,
});

async function signOrRest(ctx: SystemContext): Promise<boolean> {
  const { practiceId } = ctx;
  if ((restingUntil.get(practiceId) ?? 0) > Date.now()) return false;
  const outcome = await trySigning(ctx, treeOf(practiceId));
  if (outcome === "failed") signedTrees.delete(practiceId);
  if (outcome === "failed") restingUntil.set(practiceId, Date.now() + pause);
  else restingUntil.delete(practiceId);
  return outcome === "signed";
}

function treeOf(practiceId: string): Frontier {
  const kept = signedTrees.get(practiceId);
  if (kept && Math.abs(Date.now() - kept.since) < longestKept) return kept.tree;
  const tree = emptyFrontier();
  signedTrees.set(practiceId, { tree, since: Date.now() });
  return tree;
}
