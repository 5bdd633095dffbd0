import { and, asc, eq, lt } from "drizzle-orm";
import { events } from "@/db/schema";
import type { Context } from "@/lib/context";
import { readPractice, type Tx } from "@/lib/in-practice";
import { parseCheckpoint, verifyCheckpoint } from "@/verifier/trail/checkpoint";
import { inclusionProof, verifyInclusion } from "@/verifier/trail/merkle";
import { findNamedEntry, type NamedByDocument, type NamedEntry } from "./find-named-entry";
import { readTrail } from "./read-trail";

/** `signed` is how many entries the newest signed root over both entries covers; null while none does. */
export type Inclusion =
  | { state: "included"; sequence: number; sealed: number; signed: number | null }
  | { state: "not-under-root"; sequence: number; signed: number }
  | Exclude<NamedEntry, { state: "there" }>;

/** Whether the trail kept here tells of this very file, and its signed root leads to what it tells. */
export function findInclusion(ctx: Context, document: NamedByDocument): Promise<Inclusion> {
  return readPractice(ctx, async (tx) => {
    const named = await findNamedEntry(tx, ctx, document);
    if (named.state !== "there") return named;
    const { sequence, sealed } = named;
    const found = { state: "included", sequence, sealed } as const;

    const newest = await newestRoot(tx, ctx);
    const covered = [sequence, sealed].filter((index) => newest && index < newest.size);
    if (!newest || covered.length === 0) return { ...found, signed: null };
    const { size, root } = newest;
    const leaves = await leavesBelow(tx, ctx, size);
    const isWhole = root !== null && leaves.length === size;
    const isUnder =
      isWhole &&
      covered.every((index) => {
        const leaf = leaves[index] ?? "";
        return verifyInclusion({ leaf, index, size, proof: inclusionProof(leaves, index), root });
      });
    if (!isUnder) return { state: "not-under-root", sequence, signed: size };
    return { ...found, signed: covered.length === 2 ? size : null };
  });
}

/** The root is null when its signature is not one of the practice. */
async function newestRoot(tx: Tx, ctx: Context): Promise<{ size: number; root: string | null } | null> {
  const { origin, checkpoints, keys } = await readTrail(tx, ctx);
  const newest = checkpoints.at(-1);
  if (!newest) return null;
  const checkpoint = parseCheckpoint(newest.note);
  const publicKeys = keys.map(({ publicKey }) => publicKey);
  const isSigned = checkpoint !== null && (await verifyCheckpoint(checkpoint, origin, publicKeys)) !== null;
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
