import { desc, eq } from "drizzle-orm";
import { on } from "@/db/on";
import { checkpointKeys, checkpoints } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { verifierKey } from "@/verifier/trail/checkpoint";
import type { Witnessed } from "@/verifier/trail/outside";
import { trailOrigin } from "./trail-origin";
import { cosignedNote } from "./witnesses/cosigned-note";

/** The newest of what was signed, with the root in base64 as notes have it; null before there is one. */
export async function newestCheckpoint(tx: Tx, ctx: Context): Promise<Witnessed | null> {
  const newest = await findNewest(tx, ctx);
  return newest && { size: newest.size, root: Buffer.from(newest.root, "hex").toString("base64") };
}

/** The key as tools for signed notes take it, an empty line, and the signed note with who confirmed it; null before there is one. */
export async function publishedCheckpoint(tx: Tx, ctx: Context): Promise<string | null> {
  const newest = await findNewest(tx, ctx);
  if (!newest) return null;
  const origin = trailOrigin(ctx.practiceId, newest.note);
  return `${verifierKey(origin, newest.publicKey.toString("hex"))}\n\n${newest.note}`;
}

async function findNewest(tx: Tx, { practiceId }: Context) {
  const [newest] = await tx
    .select({
      size: checkpoints.size,
      root: checkpoints.root,
      note: cosignedNote,
      publicKey: checkpointKeys.publicKey,
    })
    .from(checkpoints)
    .innerJoin(checkpointKeys, on(checkpointKeys, checkpoints.keyId))
    .where(eq(checkpoints.practiceId, practiceId))
    .orderBy(desc(checkpoints.size))
    .limit(1);
  return newest ?? null;
}
