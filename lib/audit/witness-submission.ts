import { and, desc, eq } from "drizzle-orm";
import { checkpoints } from "@/db/schema";
import type { Context } from "@/lib/context";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { growWithProof, readTree } from "./prove-consistency";

type SubmissionRefusal = "no-such-checkpoint" | "proof-backwards";

/**
 * What a witness takes that confirmed the first `from` entries (C2SP tlog-witness, add-checkpoint): a proof that they
 * are the beginning of what was signed, and the signed note; the newest one, or the one over `to` entries.
 */
export async function proveToWitness(tx: Tx, ctx: Context, from: number, to?: number): Promise<string> {
  const signed = await findSigned(tx, ctx, to);
  if (!signed) throw new Refused<SubmissionRefusal>("no-such-checkpoint");
  if (from > signed.size) throw new Refused<SubmissionRefusal>("proof-backwards");
  const proof = from === 0 ? [] : await growWithProof(tx, ctx, await readTree(tx, ctx, from), signed.size);
  return submission(from, proof, signed.note);
}

export function submission(from: number, proof: readonly string[], note: string): string {
  const nodes = proof.map((node) => Buffer.from(node, "hex").toString("base64"));
  return [`old ${from}`, ...nodes, "", note].join("\n");
}

async function findSigned(tx: Tx, { practiceId }: Context, size: number | undefined) {
  const ofPractice = eq(checkpoints.practiceId, practiceId);
  const [found] = await tx
    .select({ size: checkpoints.size, note: checkpoints.note })
    .from(checkpoints)
    .where(size === undefined ? ofPractice : and(ofPractice, eq(checkpoints.size, size)))
    .orderBy(desc(checkpoints.size))
    .limit(1);
  return found ?? null;
}
