import { sql } from "drizzle-orm";
import { broken } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { type CanonicalObject, parseCanonical } from "@/verifier/trail/canonical";
import { actedBy, bySomebodyElse } from "./acted-by";
import { isSigned, unsigned } from "./is-signed";
import type { Published } from "./texts";
import { isTimeOf, timeBefore, utc } from "./times";

type Row = {
  seq: number;
  body: string;
  at: string;
  before: string | null;
  answered_at: string | null;
  expires_at: string | null;
  patient_id: string;
  request_id: string;
  version_id: string;
  language: string;
  text_sha256: string;
  answered_by: string | null;
  route: string;
  yes: string[];
  no: string[];
  is_signed: boolean;
};

/** Entries a query looks through: by number, because sorting those of one name anew for each page takes longer. */
const span = 20_000;

/** Whether each answer is the one its entry tells of: whose, to what, when, and which use got which answer. */
export async function checkAnswers(
  tx: Tx,
  ctx: Context,
  size: number,
  published: ReadonlyMap<string, Published>,
) {
  let checked = 0;
  for (let from = 0; from < size; from += span) {
    for (const row of await readSpan(tx, ctx, from, Math.min(from + span, size))) {
      const why = whyNotAnswered(row, parseCanonical(row.body) ?? {}, published);
      if (why)
        return { checked, broken: broken(row.seq, "answer", `The answer of entry ${row.seq} ${why}.`) };
      checked += 1;
    }
  }
  return { checked, broken: null };
}

function whyNotAnswered(row: Row, event: CanonicalObject, published: ReadonlyMap<string, Published>) {
  if (row.answered_at === null) return "is not there";
  const { patient_id: patient, request_id: requestId, version_id: versionId } = row;
  if (patient !== event.patient || requestId !== event.requestId) return "is filed under another question";
  if (versionId !== event.versionId || published.get(versionId)?.hashes[row.language] !== row.text_sha256)
    return "is filed under another text";
  if (!isTimeOf(row.answered_at, row)) return "is filed under another time";
  if (event.name === "consent.given" && row.expires_at !== (event.expiresAt ?? null))
    return "is said to end on another day";
  if (row.answered_by !== actedBy(event, ["patient"])) return bySomebodyElse;
  if (row.route !== event.route) return "is said to have come another way";
  if (!row.is_signed) return unsigned;
  return hasSameUses(row, event) ? null : "is no longer what was answered";
}

export function hasSameUses({ yes, no }: Pick<Row, "yes" | "no">, event: CanonicalObject): boolean {
  if (event.name === "consent.acknowledged") return yes.length > 0 === (event.outcome === "obtained");
  if (yes.length !== (event.yes ?? 0) || no.length !== event.no) return false;
  return isTold(yes, event.allowed) && isTold(no, event.refused);
}

/** Entries made before they told which use it was have the counts alone. */
function isTold(stored: string[], told: unknown): boolean {
  if (told === undefined) return true;
  return Array.isArray(told) && told.map(String).toSorted().join() === stored.join();
}

async function readSpan(tx: Tx, { practiceId }: Context, from: number, until: number): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select e.seq::float8 as seq, e.body, ${utc(sql`e.at`)} as at, ${timeBefore(sql`a.answered_at`)} as before,
           ${utc(sql`a.answered_at`)} as answered_at, ${utc(sql`a.expires_at`)} as expires_at, a.patient_id, a.request_id, a.version_id, a.language,
           a.text_sha256, a.answered_by, a.route, given.yes, given.no, ${isSigned("answer", sql`a`, sql`a.answered_at`)} as is_signed
      from events e
      left join answers a on a.practice_id = e.practice_id and a.id = (e.body::jsonb ->> 'answerId')::uuid
      left join lateral (
        select coalesce(array_agg(i.item_id::text order by i.item_id::text) filter (where i.answer = 'yes'), '{}') as yes,
               coalesce(array_agg(i.item_id::text order by i.item_id::text) filter (where i.answer = 'no'), '{}') as no
          from answer_items i where i.practice_id = a.practice_id and i.answer_id = a.id) given on true
     where e.practice_id = ${practiceId} and e.seq >= ${from} and e.seq < ${until}
       and e.name in ('consent.given', 'consent.refused', 'consent.acknowledged')
     order by e.seq`);
}
