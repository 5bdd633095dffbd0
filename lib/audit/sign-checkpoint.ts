import { and, eq, gte, max } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { checkpoints } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { inPractice, readPractice, type Tx } from "@/lib/in-practice";
import { wakeWorker } from "@/lib/worker/wake";
import { parseCheckpoint } from "@/verifier/trail/checkpoint";
import { appendLeaf, emptyFrontier, type Frontier, merkleRoot } from "@/verifier/trail/merkle";
import { signCheckpoint } from "./checkpoint";
import { checkpointKey } from "./checkpoint-keys";
import { lockHead } from "./lock-head";
import { readLeaves, TrailAltered } from "./read-leaves";
import { recordEvent } from "./record-event";
import { settledOrigin } from "./trail-origin";

/**
 * Signs how long the trail is and what its root is; null when nothing is new but the last signing itself.
 * Refuses to sign a history that no longer leads through what was signed before. Whoever keeps the `signed` tree of one
 * signing for the next reads only on from there: what is signed then still holds of all that was.
 */
export async function signTrail(
  ctx: SystemContext,
  signed: Frontier = emptyFrontier(),
): Promise<{ size: number; root: string } | null> {
  const tree = (await isSigned(ctx, signed)) ? { ...signed, nodes: [...signed.nodes] } : emptyFrontier();
  // The long part of a long trail is read before anybody has to wait for the head.
  await readPractice(ctx, (tx) => growTree(tx, ctx, tree));
  const made = await inPractice(
    ctx,
    (tx) => lockHead(tx, ctx),
    async (tx, now, head) => {
      const last = await lastSignedSize(tx, ctx);
      if (head.size <= (last === null ? 0 : last + 1)) return null;

      const origin = await settledOrigin(tx, ctx);
      const key = await checkpointKey(tx, ctx, origin, now);
      await growTree(tx, ctx, tree);
      const { size } = tree;
      if (size < head.size) throw new TrailAltered(`The trail of ${ctx.practiceId} lacks entry ${size}`);
      const root = merkleRoot(tree);
      const note = signCheckpoint({ origin, size, root, key: key.privateKey });
      await tx.insert(checkpoints).values({
        practiceId: ctx.practiceId,
        id: uuid(),
        keyId: key.id,
        size,
        root,
        note,
        signedAt: now,
      });
      await wakeWorker(tx);
      await recordEvent(tx, ctx, { name: "checkpoint.signed", size, root, keyId: key.keyId });
      return { size, root };
    },
  );
  if (made) Object.assign(signed, tree);
  return made;
}

/** The database holds a signature over exactly this tree; one that was set back to an earlier day does not. */
function isSigned(ctx: SystemContext, { size, nodes }: Frontier): Promise<boolean> {
  return readPractice(ctx, async (tx) => {
    const [row] = await tx
      .select({ note: checkpoints.note })
      .from(checkpoints)
      .where(and(eq(checkpoints.practiceId, ctx.practiceId), eq(checkpoints.size, size)));
    return parseCheckpoint(row?.note ?? "")?.root === merkleRoot({ size, nodes });
  });
}

async function lastSignedSize(tx: Tx, { practiceId }: SystemContext): Promise<number | null> {
  const [row] = await tx
    .select({ size: max(checkpoints.size) })
    .from(checkpoints)
    .where(eq(checkpoints.practiceId, practiceId));
  return row?.size ?? null;
}

/** Adds the leaves that the tree does not have yet, and compares it with each root signed on the way. */
async function growTree(tx: Tx, ctx: SystemContext, tree: Frontier): Promise<void> {
  const { practiceId } = ctx;
  const rows = await tx
    .select({ size: checkpoints.size, note: checkpoints.note })
    .from(checkpoints)
    .where(and(eq(checkpoints.practiceId, practiceId), gte(checkpoints.size, tree.size)));
  const signed = new Map(rows.map(({ size, note }) => [size, parseCheckpoint(note)?.root]));

  for await (const leaves of readLeaves(tx, ctx, tree.size)) {
    for (const leaf of leaves) {
      appendLeaf(tree, leaf);
      const before = signed.get(tree.size);
      if (before && before !== merkleRoot(tree)) {
        throw new TrailAltered(`The trail of ${practiceId} is not what was signed at ${tree.size} entries`);
      }
    }
  }
}
