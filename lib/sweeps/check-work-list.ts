import { oweMissing } from "@/lib/worker/find-due";
import { reportFault } from "@/lib/worker/report-fault";

/** What is missing is the queue, and the list only finds it fast: that it lacks nothing is proven, not believed. */
export async function checkWorkList(signal: AbortSignal): Promise<number> {
  if (signal.aborted) return 0;
  const forgotten = await oweMissing();
  for (const { kind, found } of forgotten)
    reportFault(`${found} of kind ${kind} were owed and stood on no list`, null);
  return forgotten.reduce((sum, { found }) => sum + found, 0);
}
