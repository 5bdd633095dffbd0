import { sql } from "drizzle-orm";
import { broken } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { type CanonicalObject, parseCanonical } from "@/verifier/trail/canonical";
import { actedBy, bySomebodyElse } from "./acted-by";
import { isSigned, unsigned } from "./is-signed";
import { isTimeOf, timeBefore, utc } from "./times";

type Row = {
  seq: number;
  body: string;
  at: string;
  before: string | null;
  withdrawn_at: string | null;
  patient_id: string;
  answer_id: string;
  item_ids: string[];
  route: string;
  noted_by: string | null;
  withdrawn_by: string | null;
  together_id: string | null;
  is_signed: boolean;
};

/** Entries a query looks through: by number, because sorting those of one name anew for each page takes longer. */
const span = 20_000;

/** Whether each withdrawal is the one its entry tells of: of which answer, which uses, and when. */
export async function checkWithdrawals(tx: Tx, ctx: Context, size: number) {
  let checked = 0;
  for (let from = 0; from < size; from += span) {
    for (const row of await readSpan(tx, ctx, from, Math.min(from + span, size))) {
      const why = whyNotWithdrawn(row, parseCanonical(row.body) ?? {});
      const { seq } = row;
      if (why) return { checked, broken: broken(seq, "withdrawal", `What entry ${seq} took back ${why}.`) };
      checked += 1;
    }
  }
  return { checked, broken: null };
}

function whyNotWithdrawn(row: Row, event: CanonicalObject): string | null {
  if (row.withdrawn_at === null) return "is not there";
  if (row.patient_id !== event.patient || row.answer_id !== event.answerId)
    return "is filed under another answer";
  if (!isTimeOf(row.withdrawn_at, row)) return "is filed under another time";
  if (row.route !== event.route || row.noted_by !== actedBy(event, ["staff"]))
    return "is said to have come another way";
  if (row.together_id !== (event.togetherId ?? null)) return "is said to have come of another press";
  if (row.withdrawn_by !== actedBy(event)) return bySomebodyElse;
  if (!row.is_signed) return unsigned;
  const told = Array.isArray(event.itemIds) ? event.itemIds.map(String).toSorted() : [];
  return told.join() === row.item_ids.join() ? null : "is no longer the same uses";
}

async function readSpan(tx: Tx, { practiceId }: Context, from: number, until: number): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select e.seq::float8 as seq, e.body, ${utc(sql`e.at`)} as at, ${timeBefore(sql`w.withdrawn_at`)} as before,
           ${utc(sql`w.withdrawn_at`)} as withdrawn_at, w.patient_id, w.answer_id, w.route, w.noted_by, w.withdrawn_by, w.together_id,
           ${isSigned("withdrawal", sql`w`, sql`w.withdrawn_at`)} as is_signed,
           array(select i.item_id::text from withdrawal_items i
                  where i.practice_id = w.practice_id and i.withdrawal_id = w.id order by 1) as item_ids
      from events e
      left join withdrawals w on w.practice_id = e.practice_id and w.id = (e.body::jsonb ->> 'withdrawalId')::uuid
     where e.practice_id = ${practiceId} and e.seq >= ${from} and e.seq < ${until}
       and e.name = 'consent.withdrawn'
     order by e.seq`);
}
