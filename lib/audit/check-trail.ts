import type { StaffContext } from "@/lib/context";
import { mustMay } from "@/lib/roles";
import type { BreakReason } from "./fact-break";
import { verifyFacts } from "./facts/verify-facts";
import { verifyStoredTrail } from "./verify-stored-trail";

export type TrailCheck =
  | { holds: true; size: number; root: string; checkpoints: number }
  | { holds: false; seq: number; reason: BreakReason };

/**
 * Re-derives the practice's whole trail now, and compares what is stored with it, but for the sealed files;
 * anybody who may read a part of it may ask whether all of it holds.
 */
export async function checkTrail(ctx: StaffContext): Promise<TrailCheck> {
  mustMay(ctx, "read-trail");
  const verdict = await verifyStoredTrail(ctx);
  if (!verdict.ok) return { holds: false, seq: verdict.seq, reason: verdict.reason };
  const facts = await verifyFacts(ctx, { size: verdict.size, withFiles: false });
  if (!facts.ok) return { holds: false, seq: facts.seq, reason: facts.reason };
  return { holds: true, size: verdict.size, root: verdict.root, checkpoints: verdict.checkpointsChecked };
}
