import type { SystemContext } from "@/lib/context";
import { sweep } from "@/lib/worker/sweep";
import { trySigning } from "./try-signing";

const pause = 10 * 60_000;
const restingUntil = new Map<string, number>();

/**
 * Signs the trails that are due, and says how many. Two workers at once sign one after the other, never twice.
 * A trail that cannot be signed stays due; it is read again, and reported again, after a pause.
 */
export const signOwedCheckpoints = sweep({
  look: "checkpoints_due",
  most: 1_000,
  each: signOrRest,
  fault: (practiceId) => `the trail of practice ${practiceId} could not be looked at`,
});

async function signOrRest(ctx: SystemContext): Promise<boolean> {
  const { practiceId } = ctx;
  if ((restingUntil.get(practiceId) ?? 0) > Date.now()) return false;
  const outcome = await trySigning(ctx);
  if (outcome === "failed") restingUntil.set(practiceId, Date.now() + pause);
  else restingUntil.delete(practiceId);
  return outcome === "signed";
}
