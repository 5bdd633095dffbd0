import type { Context } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { readTrail } from "./read-trail";
import { type TrailOptions, type TrailVerdict, verifyTrail } from "./verify-trail";

/** Re-derives a practice's whole trail from its rows, and holds it against where the writers believe it stands. */
export function verifyStoredTrail(
  ctx: Context,
  outside: Pick<TrailOptions, "known" | "documents"> = {},
): Promise<TrailVerdict> {
  return readPractice(ctx, async (tx) => {
    const { origin, head, events, checkpoints, keys } = await readTrail(tx, ctx);
    const atHead = head.size > 0 ? [{ seq: head.size - 1, leaf: head.leaf }] : [];
    const publicKeys = keys.map(({ publicKey }) => publicKey);
    const verdict = await verifyTrail(events, checkpoints, publicKeys, {
      practice: ctx.practiceId,
      origin,
      ...outside,
      known: [...atHead, ...(outside.known ?? [])],
    });
    if (!verdict.ok || verdict.size === head.size) return verdict;
    return {
      ok: false,
      seq: head.size,
      reason: "gap",
      sentence: `Entry ${head.size} stands beyond the end that was noted for this trail.`,
    };
  });
}
