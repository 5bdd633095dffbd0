import type { Context } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { whyBroken } from "@/verifier/trail/break-sentences";
import { broken } from "@/verifier/trail/trail-break";
import { type TrailVerdict, verifyTrail } from "@/verifier/trail/verify-trail";
import { listOwnKeys } from "./checkpoint-keys";
import { readTrail } from "./read-trail";

/** Re-derives a practice's whole trail from its rows, and holds it against where the writers believe it stands. */
export function verifyStoredTrail(ctx: Context): Promise<TrailVerdict> {
  return readPractice(ctx, async (tx) => {
    const { origin, head, events, checkpoints, keys } = await readTrail(tx, ctx);
    // A practice begins with an entry.
    if (head.size === 0) return broken(0, "missing-tail", whyBroken.empty());
    const own = await listOwnKeys(tx, ctx);
    const publicKeys = keys.map(({ publicKey }) => publicKey);
    const verdict = await verifyTrail(
      events,
      checkpoints,
      publicKeys.filter((key) => own.has(key)),
      { practice: ctx.practiceId, origin, known: [{ seq: head.size - 1, leaf: head.leaf }] },
    );
    if (!verdict.ok || verdict.size === head.size) return verdict;
    return broken(head.size, "gap", whyBroken.beyondHead(head.size));
  });
}
