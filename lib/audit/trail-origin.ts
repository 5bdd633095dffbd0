import { asc, eq } from "drizzle-orm";
import { checkpoints } from "@/db/schema";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { parseCheckpoint } from "@/verifier/trail/checkpoint";
import { checkpointOrigin } from "./checkpoint";

/**
 * The name a practice's checkpoints are signed under. The first checkpoint settles it: the installation may
 * move to another address, but a history keeps its name.
 */
export function trailOrigin(practiceId: string, firstNote?: string): string {
  const settled = firstNote === undefined ? null : parseCheckpoint(firstNote);
  return settled?.origin ?? checkpointOrigin(env().appUrl, practiceId);
}

export async function settledOrigin(tx: Tx, { practiceId }: Context): Promise<string> {
  const [first] = await tx
    .select({ note: checkpoints.note })
    .from(checkpoints)
    .where(eq(checkpoints.practiceId, practiceId))
    .orderBy(asc(checkpoints.size))
    .limit(1);
  return trailOrigin(practiceId, first?.note);
}
