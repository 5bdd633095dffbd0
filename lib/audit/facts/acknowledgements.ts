import { sql } from "drizzle-orm";
import { broken } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { canonicalDisclosureText, disclosureTextSha256 } from "@/lib/markdown/markdown";
import { type CanonicalObject, parseCanonical } from "@/verifier/trail/canonical";
import { actedBy, bySomebodyElse } from "./acted-by";
import { isSigned, unsigned } from "./is-signed";
import { isTimeOf, timeBefore, utc } from "./times";

type Row = {
  seq: number;
  body: string;
  at: string;
  before: string | null;
  acknowledged_at: string | null;
  patient_id: string;
  wish_id: string;
  kind: string;
  by_user: string;
  by_staff: string | null;
  /** Staff have a user too, whom the entry does not name. */
  is_their_user: boolean;
  route: string;
  language: string;
  explained_on: string | null;
  title: string;
  in_short: string;
  text: string;
  statement: string;
  text_sha256: string;
  is_signed: boolean;
};

/** Entries a query looks through: by number, because sorting those of one name anew for each page takes longer. */
const span = 20_000;

/** Whether what was acknowledged of another way to meet still is what its entry has the fingerprint of. */
export async function checkAcknowledgements(tx: Tx, ctx: Context, size: number) {
  for (let from = 0; from < size; from += span) {
    for (const row of await readSpan(tx, ctx, from, Math.min(from + span, size))) {
      const why = whyNotAcknowledged(row, parseCanonical(row.body) ?? {});
      if (why) return { broken: broken(row.seq, "noted", `What entry ${row.seq} acknowledged ${why}.`) };
    }
  }
  return { broken: null };
}

function whyNotAcknowledged(row: Row, event: CanonicalObject): string | null {
  if (row.acknowledged_at === null) return "is not there";
  if (row.patient_id !== event.patient || row.wish_id !== event.wishId) return "is filed under another wish";
  if (!isTimeOf(row.acknowledged_at, row)) return "is filed under another time";
  if (row.kind !== event.kind || row.explained_on !== (event.explainedOn ?? null))
    return "is said to have come another way";
  const isTheirs = row.by_staff ? row.is_their_user : row.by_user === actedBy(event);
  if (row.by_staff !== actedBy(event, ["staff"]) || !isTheirs) return bySomebodyElse;
  if (row.route !== event.route) return "is said to have come another way";
  if (!row.is_signed) return unsigned;
  if (row.language !== (event.language ?? row.language)) return "is said to be in another language";
  return row.text_sha256 === event.textSha256 && hashOf(row) === event.textSha256
    ? null
    : "is no longer that text";
}

function hashOf({ title, in_short: inShort, text: body, statement: label }: Row): string {
  const item = { label, whatFor: "", whoSees: "", where: "", until: "", copy: "", required: true };
  return disclosureTextSha256(canonicalDisclosureText({ title, inShort, body, items: [item] }));
}

async function readSpan(tx: Tx, { practiceId }: Context, from: number, until: number): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select e.seq::float8 as seq, e.body, ${utc(sql`e.at`)} as at, ${timeBefore(sql`k.acknowledged_at`)} as before,
           ${utc(sql`k.acknowledged_at`)} as acknowledged_at, k.patient_id, k.wish_id, k.kind, k.by_user, k.by_staff, k.route, k.language,
           k.explained_on::text as explained_on, k.title, k.in_short, k.body as text, k.statement, k.text_sha256,
           exists (select from auth.memberships m where m.practice_id = k.practice_id and m.row_id = k.by_staff
                      and m.user_id = k.by_user) as is_their_user,
           ${isSigned("acknowledgement", sql`k`, sql`k.acknowledged_at`)} as is_signed
      from events e
      left join acknowledgements k
        on k.practice_id = e.practice_id and k.id = (e.body::jsonb ->> 'acknowledgementId')::uuid
     where e.practice_id = ${practiceId} and e.seq >= ${from} and e.seq < ${until}
       and e.name = 'platform-request.acknowledged'
     order by e.seq`);
}
