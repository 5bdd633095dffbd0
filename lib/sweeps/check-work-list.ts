import { whileClaimed } from "@/lib/in-practice";
import { isFullLookDue, oweMissing } from "@/lib/worker/find-due";
import { reportFault } from "@/lib/worker/report-fault";

/**
 * What is missing is the queue, and the list only finds it fast: that it lacks nothing is proven, not believed. Once a
 * day is enough, however many workers there are and however often they start.
 */
export async function checkWorkList(signal: AbortSignal): Promise<number> {
  if (signal.aborted) return 0;
  const forgotten = (await whileClaimed("full look", lookIfDue)) ?? [];
  for (const { kind, found } of forgotten)
    reportFault(`${found} of kind ${kind} were owed and stood on no list`, null);
  return forgotten.reduce((sum, { found }) => sum + found, 0);
}

async function lookIfDue() {
  return (await isFullLookDue()) ? oweMissing() : [];
}
