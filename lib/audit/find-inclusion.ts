import { and, asc, eq, lt } from "drizzle-orm";
import { events } from "@/db/schema";
import type { Context } from "@/lib/context";
import { readPractice, type Tx } from "@/lib/in-practice";
import { parseCheckpoint, verifyCheckpoint } from "./checkpoint";
import { inclusionProof, leafHash, verifyInclusion } from "./merkle";
import { readTrail } from "./read-trail";

/** `signed` is how many entries the newest signed root over it covers; null while none does. */
export type Inclusion =
  | { state: "included"; sequence: number; signed: number | null }
  | { state: "missing" | "different"; sequence: number }
  | { state: "not-under-root"; sequence: number; signed: number };

/** Whether the trail kept here has the entry that a document names, and its signed root leads to it. */
export function findInclusion(ctx: Context, named: { sequence: number; leaf: string }): Promise<Inclusion> {
  const { sequence, leaf } = named;
  return readPractice(ctx, async (tx) => {
    const [entry] = await tx
      .select({ body: events.body, leaf: events.leaf })
      .from(events)
      .where(and(eq(events.practiceId, ctx.practiceId), eq(events.seq, sequence)));
    if (!entry) return { state: "missing", sequence };
    if (entry.leaf !== leaf || leafHash(entry.body) !== leaf) return { state: "different", sequence };

    const newest = await newestRoot(tx, ctx);
    if (!newest || newest.size <= sequence) return { state: "included", sequence, signed: null };
    const { size, root } = newest;
    const leaves = await leavesBelow(tx, ctx, size);
    const isWhole = root !== null && leaves.length === size;
    const proof = isWhole ? inclusionProof(leaves, sequence) : [];
    const isUnder = isWhole && verifyInclusion({ leaf, index: sequence, size, proof, root });
    return { state: isUnder ? "included" : "not-under-root", sequence, signed: size };
  });
}

/** The root is null when its signature is not one of the practice. */
async function newestRoot(tx: Tx, ctx: Context): Promise<{ size: number; root: string | null } | null> {
  const { origin, checkpoints, keys } = await readTrail(tx, ctx);
  const newest = checkpoints.at(-1);
  if (!newest) return null;
  const checkpoint = parseCheckpoint(newest.note);
  const publicKeys = keys.map(({ publicKey }) => publicKey);
  const isSigned = checkpoint !== null && verifyCheckpoint(checkpoint, origin, publicKeys) !== null;
  return { size: newest.size, root: isSigned && checkpoint.size === newest.size ? checkpoint.root : null };
}

async function leavesBelow(tx: Tx, { practiceId }: Context, size: number): Promise<string[]> {
  const rows = await tx
    .select({ leaf: events.leaf })
    .from(events)
    .where(and(eq(events.practiceId, practiceId), lt(events.seq, size)))
    .orderBy(asc(events.seq));
  return rows.map(({ leaf }) => leaf);
}
