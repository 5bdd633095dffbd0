import { desc, eq, sql } from "drizzle-orm";
import { type CosigningFault, checkpoints, witnessChoices } from "@/db/schema";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { readWitness } from "@/verifier/trail/cosignature";
import { isContradiction, patience } from "./rules";

type Told<Moment> = {
  /** Its verifier key. */
  witness: string;
  confirmed: { checkpointId: string; size: number; at: Moment } | null;
  /** What went wrong since, last: `since` is the first time. */
  failure: {
    fault: CosigningFault;
    known: number | null;
    since: Moment;
    nextTryAt: Moment;
    times: number;
  } | null;
};

/** What one of the chosen witnesses confirmed last, and what went wrong since. */
export type WitnessState = Told<Date>;

type Chosen = { witnesses: string[]; quorum: number; chosenAt: Date | null };

/** Which witnesses the practice chose last, and how many of them have to confirm its history. */
export async function chosenWitnesses(tx: Tx, { practiceId }: Context): Promise<Chosen> {
  const [newest] = await tx
    .select({
      witnesses: witnessChoices.witnesses,
      quorum: witnessChoices.quorum,
      chosenAt: witnessChoices.chosenAt,
    })
    .from(witnessChoices)
    .where(eq(witnessChoices.practiceId, practiceId))
    .orderBy(desc(witnessChoices.chosenAt), desc(witnessChoices.id))
    .limit(1);
  return newest ?? { witnesses: [], quorum: 0, chosenAt: null };
}

export async function newestCheckpointRow(tx: Tx, { practiceId }: Context) {
  const [newest] = await tx
    .select({ id: checkpoints.id, size: checkpoints.size, note: checkpoints.note })
    .from(checkpoints)
    .where(eq(checkpoints.practiceId, practiceId))
    .orderBy(desc(checkpoints.size))
    .limit(1);
  return newest ?? null;
}

export async function witnessStates(
  tx: Tx,
  { practiceId }: Context,
  witnesses: readonly string[],
): Promise<WitnessState[]> {
  if (witnesses.length === 0) return [];
  const rows = await tx.execute<Told<number>>(sql`
    select w.witness,
           (select json_build_object('checkpointId', s.checkpoint_id, 'size', k.size, 'at', ${epoch("s.cosigned_at")})
              from cosignatures s
              join checkpoints k on k.practice_id = s.practice_id and k.id = s.checkpoint_id
             where s.practice_id = ${practiceId} and s.witness = w.witness order by s.kept_at desc limit 1) as confirmed,
           (select json_build_object('fault', f.fault, 'known', f.known, 'nextTryAt', ${epoch("f.next_try_at")},
                                     'since', min(${epoch("f.failed_at")}) over (), 'times', count(*) over ())
              from cosigning_failures f
             where f.practice_id = ${practiceId} and f.witness = w.witness
               and f.failed_at > coalesce((select max(s.kept_at) from cosignatures s
                                            where s.practice_id = f.practice_id and s.witness = f.witness), '-infinity')
             order by f.failed_at desc limit 1) as failure
      from json_array_elements_text(${JSON.stringify(witnesses)}::json) with ordinality as w (witness, place)
     order by w.place`);
  return rows.map(({ witness, confirmed, failure }) => ({
    witness,
    confirmed: confirmed && { ...confirmed, at: new Date(confirmed.at) },
    failure: failure && {
      ...failure,
      since: new Date(failure.since),
      nextTryAt: new Date(failure.nextTryAt),
    },
  }));
}

function epoch(column: string) {
  return sql.raw(`floor(extract(epoch from ${column}) * 1000)`);
}

/** Every witness that is offered or chosen, with its name and how it stands. */
export async function listWitnesses(tx: Tx, ctx: Context, offered = env().witnesses) {
  const { witnesses: chosen, quorum } = await chosenWitnesses(tx, ctx);
  const keys = offered.map(({ verifierKey }) => verifierKey);
  const states = await witnessStates(tx, ctx, [...new Set([...keys, ...chosen])]);
  const witnesses = states.map((state) => ({
    ...state,
    name: nameOf(state.witness),
    isChosen: chosen.includes(state.witness),
  }));
  return { quorum, witnesses };
}

/** What owner and auditor are to know: a witness that saw another history, and since when too few have confirmed this one. */
export async function findUnwitnessed(tx: Tx, ctx: Context, now: Date) {
  const { witnesses, quorum, chosenAt } = await chosenWitnesses(tx, ctx);
  if (chosenAt === null || witnesses.length === 0) return null;
  const states = await witnessStates(tx, ctx, witnesses);
  const contradicting = states.flatMap(({ witness, failure }) => {
    if (!failure) return [];
    const { fault, known, since } = failure;
    return isContradiction(fault) ? [{ name: nameOf(witness), fault, known, since }] : [];
  });
  const since = await unconfirmedSince(tx, ctx, { witnesses, quorum, chosenAt });
  const isLate = since !== null && now.getTime() - since.getTime() > patience;
  if (contradicting.length === 0 && !isLate) return null;
  const names = states.filter(({ failure }) => failure !== null).map(({ witness }) => nameOf(witness));
  return { contradicting, late: isLate ? { since, quorum, names } : null };
}

/** Since when there is a checkpoint that fewer witnesses have confirmed than have to. */
async function unconfirmedSince(
  tx: Tx,
  { practiceId }: Context,
  { witnesses, quorum, chosenAt }: { witnesses: string[]; quorum: number; chosenAt: Date },
): Promise<Date | null> {
  if (quorum === 0) return null;
  const [row] = await tx.execute<{ since: number | null }>(sql`
    select ${epoch("min(k.signed_at)")}::float8 as since from checkpoints k
     where k.practice_id = ${practiceId}
       and k.size > coalesce((
         select c.size from checkpoints c
          where c.practice_id = ${practiceId}
            and ${quorum} <= (select count(*) from cosignatures s
                               where s.practice_id = c.practice_id and s.checkpoint_id = c.id
                                 and s.witness in ${witnesses})
          order by c.size desc limit 1), 0)`);
  const since = row?.since ?? null;
  return since === null ? null : new Date(Math.max(since, chosenAt.getTime()));
}

function nameOf(verifierKey: string): string {
  return readWitness(verifierKey)?.name ?? verifierKey;
}
