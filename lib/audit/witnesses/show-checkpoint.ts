import { v7 as uuid } from "uuid";
import { type CosigningFault, cosignatures, cosigningFailures } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { env, type OfferedWitness } from "@/lib/env";
import { inPractice, readPractice, type Tx, whileClaimed } from "@/lib/in-practice";
import { sweep } from "@/lib/worker/sweep";
import type { Cosignature } from "@/verifier/trail/cosignature";
import { TrailAltered } from "../read-leaves";
import { submission } from "../witness-submission";
import { type Answered, askWitness } from "./ask-witness";
import { growthProofs } from "./prove-growth";
import { chosenWitnesses, newestCheckpointRow, type WitnessState, witnessStates } from "./queries";

type Offered = readonly OfferedWitness[];
type Shown = {
  checkpointId: string;
  size: number;
  note: string;
  proveFrom: (size: number) => Promise<string[]>;
};
type Outcome = { cosignature: Cosignature } | { fault: CosigningFault; known?: number };

/** Shows the newest checkpoints to the witnesses that lack them, and says how many were confirmed. */
export const showOwedCheckpoints = sweep({
  due: "cosignatures_due",
  most: 100,
  atOnce: 2,
  each: async (ctx) => (await showCheckpoint(ctx)) ?? 0,
  fault: (practiceId) => `the trail of practice ${practiceId} could not be shown to its witnesses`,
});

/** Null while somebody else shows it. What goes wrong is noted, and the witness asked again after a growing pause. */
export function showCheckpoint(
  ctx: SystemContext,
  offered: Offered = env().witnesses,
): Promise<number | null> {
  return whileClaimed(`cosigning ${ctx.practiceId}`, async () => {
    const owed = await readPractice(ctx, (tx, now) => findOwed(tx, ctx, now));
    const confirmed = owed.map(async ({ shown, state }) => {
      const outcome = await outcomeWith(offered, shown, state);
      await keep(ctx, shown, state, outcome);
      return "cosignature" in outcome;
    });
    return (await Promise.all(confirmed)).filter(Boolean).length;
  });
}

/** The newest checkpoint for each witness that lacks it and is to be asked now. */
export async function findOwed(tx: Tx, ctx: SystemContext, now: Date) {
  const newest = await newestCheckpointRow(tx, ctx);
  if (!newest) return [];
  const { id: checkpointId, size, note } = newest;
  const { witnesses } = await chosenWitnesses(tx, ctx);
  const lacking = (await witnessStates(tx, ctx, witnesses)).filter(
    ({ confirmed, failure }) =>
      confirmed?.checkpointId !== checkpointId && (!failure || failure.nextTryAt <= now),
  );
  const shown = { checkpointId, size, note, proveFrom: growthProofs(ctx, size) };
  return lacking.map((state) => ({ shown, state }));
}

async function outcomeWith(
  offered: Offered,
  shown: Shown,
  { witness, confirmed }: WitnessState,
): Promise<Outcome> {
  const asked = offered.find(({ verifierKey }) => verifierKey === witness);
  if (!asked) return { fault: "not-offered" };
  try {
    return await confirmedBy(asked, shown, confirmed?.size ?? 0);
  } catch (error) {
    if (error instanceof TrailAltered) return { fault: "unprovable" };
    throw error;
  }
}

/** Whoever was not asked from where it stands says so, and is asked once more. */
async function confirmedBy(witness: OfferedWitness, shown: Shown, from: number): Promise<Outcome> {
  const first = await ask(witness, shown, from);
  if (first.said !== "knows") return outcomeOf(first);
  const { size: known } = first;
  if (known > shown.size) return { fault: "set-back", known };
  const second = await ask(witness, shown, known);
  if (second.said !== "knows") return { known, ...outcomeOf(second) };
  return { fault: second.size === shown.size ? "another-history" : "unusable", known };
}

function outcomeOf(answered: Exclude<Answered, { said: "knows" }>): Outcome {
  return answered.said === "confirmed" ? { cosignature: answered.cosignature } : { fault: answered.said };
}

async function ask(witness: OfferedWitness, { note, proveFrom }: Shown, from: number): Promise<Answered> {
  if (isSilent(witness)) return { said: "unreachable" };
  const answered = await askWitness(witness, submission(from, await proveFrom(from), note), note);
  if (answered.said === "unreachable") silentSince.set(witness.url, Date.now());
  return answered;
}

const minute = 60_000;
/** Who did not answer for one practice a moment ago is not waited for by all others. */
const silentSince = new Map<string, number>();

function isSilent({ url }: OfferedWitness): boolean {
  return Math.abs(Date.now() - (silentSince.get(url) ?? 0)) < minute / 2;
}

async function keep(ctx: SystemContext, shown: Shown, { witness, failure }: WitnessState, outcome: Outcome) {
  const { checkpointId } = shown;
  await inPractice(ctx, async (tx, now) => {
    const row = { practiceId: ctx.practiceId, id: uuid(), checkpointId, witness };
    if ("cosignature" in outcome) {
      const { line, at: cosignedAt } = outcome.cosignature;
      await tx
        .insert(cosignatures)
        .values({ ...row, line, cosignedAt, keptAt: now })
        .onConflictDoNothing();
      return;
    }
    const nextTryAt = new Date(now.getTime() + minute * Math.min(2 ** (failure?.times ?? 0), 60));
    await tx.insert(cosigningFailures).values({ ...row, ...outcome, failedAt: now, nextTryAt });
  });
}
