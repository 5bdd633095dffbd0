import { systemContext } from "@/lib/context";
import { lookForDueCheckpoints } from "@/lib/worker/look";
import { trySigning } from "./try-signing";

const pause = 10 * 60_000;
const restingUntil = new Map<string, number>();

/**
 * Signs the trails that are due, and says how many. Two workers at once sign one after the other, never twice.
 * A trail that cannot be signed stays due; it is read again, and reported again, after a pause.
 */
export async function signOwedCheckpoints(signal: AbortSignal): Promise<number> {
  let signed = 0;
  for (const practiceId of await lookForDueCheckpoints(1_000)) {
    if (signal.aborted) break;
    if ((restingUntil.get(practiceId) ?? 0) > Date.now()) continue;
    const outcome = await trySigning(systemContext(practiceId, "worker"));
    if (outcome === "signed") signed += 1;
    if (outcome === "failed") restingUntil.set(practiceId, Date.now() + pause);
    else restingUntil.delete(practiceId);
  }
  return signed;
}
