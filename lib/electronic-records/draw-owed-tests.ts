import { systemContext } from "@/lib/context";
import { lookForUndrawnTests } from "@/lib/worker/look";
import { reportFault } from "@/lib/worker/report-fault";
import { drawAccessTest } from "./draw-access-test";

/** Draws the samples that somebody waits for, oldest first; one that does not work is tried again the next time. */
export async function drawOwedTests(signal: AbortSignal): Promise<number> {
  let done = 0;
  for (const { practiceId, id } of await lookForUndrawnTests(50)) {
    if (signal.aborted) break;
    try {
      if ((await drawAccessTest(systemContext(practiceId, "worker"), id)) === "drawn") done += 1;
    } catch (error) {
      reportFault(`the sample of access test ${id} could not be drawn`, error);
    }
  }
  return done;
}
