import { and, desc, eq, gt, notExists } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { checkpointFailures, checkpoints } from "@/db/schema";
import type { Context, SystemContext } from "@/lib/context";
import { DatabaseDown, inPractice, type Tx } from "@/lib/in-practice";
import { reportFault } from "@/lib/worker/report-fault";
import type { Frontier } from "@/verifier/trail/merkle";
import { TrailAltered } from "./read-leaves";
import { signTrail } from "./sign-checkpoint";

/**
 * Signs the trail. Where that cannot be done, since when and why is kept for owner and auditor to see: beside the
 * trail and not in it, because it is the trail that may be broken.
 */
export async function trySigning(
  ctx: SystemContext,
  signed?: Frontier,
): Promise<"signed" | "nothing-new" | "failed"> {
  try {
    return (await signTrail(ctx, signed)) ? "signed" : "nothing-new";
  } catch (error) {
    if (error instanceof DatabaseDown) throw error;
    reportFault(`the trail of practice ${ctx.practiceId} could not be signed`, error);
    await noteUnsigned(ctx, error instanceof TrailAltered ? "altered" : "unable");
    return "failed";
  }
}

/** Since when and why the trail could not be signed; null once a later checkpoint was. */
export async function findUnsigned(tx: Tx, { practiceId }: Context) {
  const later = tx
    .select({ id: checkpoints.id })
    .from(checkpoints)
    .where(
      and(eq(checkpoints.practiceId, practiceId), gt(checkpoints.signedAt, checkpointFailures.failedAt)),
    );
  const [found] = await tx
    .select({ fault: checkpointFailures.fault, failedAt: checkpointFailures.failedAt })
    .from(checkpointFailures)
    .where(and(eq(checkpointFailures.practiceId, practiceId), notExists(later)))
    .orderBy(desc(checkpointFailures.failedAt))
    .limit(1);
  return found ?? null;
}

async function noteUnsigned(ctx: SystemContext, fault: "altered" | "unable"): Promise<void> {
  await inPractice(ctx, async (tx, failedAt) => {
    if ((await findUnsigned(tx, ctx))?.fault === fault) return;
    await tx.insert(checkpointFailures).values({ practiceId: ctx.practiceId, id: uuid(), fault, failedAt });
  });
}
