import { asc, eq, sql } from "drizzle-orm";
import { checkpoints } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { StoredCheckpoint } from "@/verifier/trail/check-signing";
import type { BundleKey } from "./bundle";
import { keysInTurn } from "./checkpoint-keys";
import type { StoredEvent } from "./event-body";
import { trailOrigin } from "./trail-origin";
import { cosignedNote } from "./witnesses/cosigned-note";

export type StoredTrail = {
  origin: string;
  /** Where the trail stands according to the row every writer locks. */
  head: { size: number; leaf: string };
  /** Where its entries end, which is the same unless somebody tampered. */
  end: number;
  checkpoints: StoredCheckpoint[];
  keys: BundleKey[];
  /** Read in pages while they are consumed, so only before the transaction ends. */
  events: AsyncIterable<StoredEvent>;
};

const page = 5_000;

/** A practice's trail as one moment left it, however much is written while it is read. */
export async function readTrail(tx: Tx, ctx: Context): Promise<StoredTrail> {
  const { practiceId } = ctx;
  // One statement sees one moment: a head, a checkpoint, an end and keys from four would not fit each other.
  const [moment] = await tx.execute<Moment>(sql`
    select coalesce((select size from audit_heads where practice_id = ${practiceId}), 0)::float8 as size,
           coalesce((select leaf from audit_heads where practice_id = ${practiceId}), '') as leaf,
           coalesce((select max(seq) + 1 from events where practice_id = ${practiceId}), 0)::float8 as end,
           coalesce((select max(size) from checkpoints where practice_id = ${practiceId}), 0)::float8 as signed,
           (select coalesce(json_agg(json_build_array(encode(public_key, 'hex'), floor(extract(epoch from made_at) * 1000))
                                     order by made_at, id), '[]')
              from checkpoint_keys where practice_id = ${practiceId}) as keys`);
  if (!moment) throw new Error("A select without a table gave no row");
  const notes = await tx
    .select({ size: checkpoints.size, note: cosignedNote })
    .from(checkpoints)
    .where(eq(checkpoints.practiceId, practiceId))
    .orderBy(asc(checkpoints.size));
  const signed = notes.filter(({ size }) => size <= moment.signed);
  const end = Math.max(moment.end, moment.size);
  return {
    origin: trailOrigin(practiceId, signed[0]?.note),
    head: { size: moment.size, leaf: moment.leaf },
    end: moment.end,
    checkpoints: signed,
    keys: keysInTurn(moment.keys.map(asKeyRow)),
    events: pages(tx, practiceId, end),
  };
}

type Moment = {
  size: number;
  leaf: string;
  end: number;
  signed: number;
  keys: [hex: string, madeAt: number][];
};
function asKeyRow([hex, madeAt]: [string, number]) {
  return { publicKey: Buffer.from(hex, "hex"), madeAt: new Date(madeAt) };
}

async function* pages(tx: Tx, practiceId: string, end: number): AsyncIterable<StoredEvent> {
  let next = nextPage(tx, practiceId, -1, end);
  for (let events = await next; events.length > 0; events = await next) {
    const last = events.at(-1)?.seq ?? end;
    // Asked for while this one is looked at. Its failure is met at the next await, not while nobody listens.
    next = events.length < page ? Promise.resolve([]) : nextPage(tx, practiceId, last, end);
    next.catch(() => {});
    yield* events;
  }
}

/** As one text, a line an entry: taking rows of a driver apart costs more than checking them. */
async function nextPage(tx: Tx, practiceId: string, after: number, end: number): Promise<StoredEvent[]> {
  // What was written by us holds neither a tab nor the end of a line; what was not will not fit its fingerprint.
  const [packed] = await tx.execute<{ lines: string | null }>(sql`
    select string_agg(replace(concat_ws(E'\t', seq, name, utc_at, actor_id, coalesce(patient_id::text, ''), leaf, body),
                              E'\n', ' '), E'\n' order by seq) as lines
      from (select *, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as utc_at
              from events
             where practice_id = ${practiceId} and seq > ${after} and seq < ${end}
             order by seq
             limit ${page}) as entries`);
  return packed?.lines?.split("\n").map(unpacked) ?? [];
}

function unpacked(line: string): StoredEvent {
  let from = 0;
  const next = () => {
    const end = line.indexOf("\t", from);
    const text = line.slice(from, end);
    from = end + 1;
    return text;
  };
  const [seq, name, at, actorId, patientId, leaf] = [next(), next(), next(), next(), next(), next()];
  return {
    seq: Number(seq),
    name: asName(name),
    at,
    actorId,
    patientId: patientId || null,
    leaf,
    body: line.slice(from),
  };
}

/** Compared with the entry's own text before anything is made of it. */
function asName(text: string) {
  return text as StoredEvent["name"];
}
