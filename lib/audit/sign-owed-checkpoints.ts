import { systemContext } from "@/lib/context";
import { lookForDueCheckpoints } from "@/lib/work/look";
import { reportFault } from "@/lib/work/report-fault";
import { signTrail } from "./sign-checkpoint";

/** Signs the trails that are due, and says how many. Two workers at once sign one after the other, never twice. */
export async function signOwedCheckpoints(signal: AbortSignal): Promise<number> {
  let signed = 0;
  for (const practiceId of await lookForDueCheckpoints(20)) {
    if (signal.aborted) break;
    try {
      if (await signTrail(systemContext(practiceId, "worker"))) signed += 1;
    } catch (error) {
      reportFault(`the trail of practice ${practiceId} could not be signed`, error);
    }
  }
  return signed;
}
