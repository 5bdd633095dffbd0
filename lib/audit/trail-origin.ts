import { env } from "@/lib/env";
import { checkpointOrigin, parseCheckpoint } from "./checkpoint";

/**
 * The name a practice's checkpoints are signed under. The first checkpoint settles it: the installation may
 * move to another address, but a history keeps its name.
 */
export function trailOrigin(practiceId: string, firstNote?: string): string {
  const settled = firstNote === undefined ? null : parseCheckpoint(firstNote);
  return settled?.origin ?? checkpointOrigin(env().appUrl, practiceId);
}
