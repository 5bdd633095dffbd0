import { sql } from "drizzle-orm";
import { broken } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { type CanonicalObject, parseCanonical } from "@/verifier/trail/canonical";
import { actedBy, bySomebodyElse } from "./acted-by";
import { isTimeOf, timeBefore, utc } from "./times";

type Row = {
  seq: number;
  body: string;
  at: string;
  before: string | null;
  noted_at: string | null;
  patient_id: string | null;
  /** Null where the fact does not say who noted it. */
  noted_by: string | null;
  /** What else the fact and its entry both say, as one text. */
  said: string;
  /** Whether it is what the details of its entry say; null where there are none, of old or because they were erased. */
  is_detailed: boolean | null;
};

/** Entries a query looks through: by number, because sorting those of one name anew for each page takes longer. */
const span = 20_000;

const saidIn: Record<string, (event: CanonicalObject) => string> = {
  "consent.corrected": () => "",
  "notice.ended": ({ outcome }) => `${outcome}`,
  "duty.owed": ({ kind, withdrawalId }) => `${kind} ${withdrawalId}`,
  "duty.done": ({ kind }) => `${kind}`,
  "consent.put-back": ({ answerId, route }) => `${answerId} ${route}`,
  "agreement.noted": ({ disclosureId, sha256 }) => `${disclosureId} ${sha256}`,
  "disclosure.created": ({ kind }) => `${kind}`,
  "seal-key.made": ({ certificateSha256 }) => `${certificateSha256}`,
};

/** Whether each correction, ended notice, duty, earlier agreement, putting back, text and seal is the one its entry tells of. */
export async function checkNoted(tx: Tx, ctx: Context, size: number) {
  for (let from = 0; from < size; from += span) {
    for (const row of await readSpan(tx, ctx, from, Math.min(from + span, size))) {
      const why = whyNotNoted(row, parseCanonical(row.body) ?? {});
      if (why) return { broken: broken(row.seq, "noted", `What entry ${row.seq} noted ${why}.`) };
    }
  }
  return { broken: null };
}

function whyNotNoted(row: Row, event: CanonicalObject): string | null {
  if (row.noted_at === null) return "is not there";
  if (row.patient_id !== (event.patient ?? null)) return "is filed under somebody else";
  if (!isTimeOf(row.noted_at, row)) return "is filed under another time";
  if (row.noted_by !== null && row.noted_by !== actedBy(event)) return bySomebodyElse;
  return row.said === saidIn[String(event.name)]?.(event) && row.is_detailed !== false
    ? null
    : "is no longer what was noted";
}

async function readSpan(tx: Tx, { practiceId }: Context, from: number, until: number): Promise<Row[]> {
  const id = (field: string) => sql`(e.body::jsonb ->> ${field})::uuid`;
  return tx.execute<Row>(sql`
    select e.seq::float8 as seq, e.body, ${utc(sql`e.at`)} as at, ${timeBefore(sql`f.noted_at`)} as before,
           ${utc(sql`f.noted_at`)} as noted_at, f.patient_id, f.noted_by, f.said,
           (select d.details = f.kept from event_details d
             where d.practice_id = e.practice_id and d.event_id = e.id) as is_detailed
      from events e
      left join lateral (
        select c.corrected_at as noted_at, a.patient_id, c.corrected_by as noted_by, '' as said, null::jsonb as kept
          from answer_corrections c
          join answers a on a.practice_id = c.practice_id and a.id = c.answer_id
         where e.name = 'consent.corrected' and c.practice_id = e.practice_id and c.answer_id = ${id("answerId")}
        union all
        select n.ended_at, r.patient_id, n.ended_by, n.outcome::text, null
          from notice_endings n
          join requests r on r.practice_id = n.practice_id and r.id = n.request_id
         where e.name = 'notice.ended' and n.practice_id = e.practice_id and n.request_id = ${id("requestId")}
        union all
        select d.owed_at, d.patient_id, null, d.kind || ' ' || d.withdrawal_id, null
          from duties d
         where e.name = 'duty.owed' and d.practice_id = e.practice_id and d.id = ${id("dutyId")}
        union all
        select c.done_at, d.patient_id, c.done_by, d.kind::text, null
          from duty_completions c
          join duties d on d.practice_id = c.practice_id and d.id = c.duty_id
         where e.name = 'duty.done' and c.practice_id = e.practice_id and c.duty_id = ${id("dutyId")}
        union all
        select g.noted_at, g.patient_id, g.noted_by, g.disclosure_id || ' ' || g.sha256,
               jsonb_build_object(
                 'agreedOn', g.agreed_on, 'form', g.form, 'wordsLanguage', g.words_language,
                 'uses', case when jsonb_typeof(g.uses) = 'array' then
                           (select string_agg(one, E'\n' order by at)
                              from jsonb_array_elements_text(g.uses) with ordinality as u (one, at)) end,
                 'fileName', g.file_name, 'mediaType', g.media_type, 'byteSize', g.byte_size)
          from earlier_agreements g
         where e.name = 'agreement.noted' and g.practice_id = e.practice_id and g.id = ${id("agreementId")}
        union all
        select t.created_at, null, t.created_by, t.kind::text, null
          from disclosures t
         where e.name = 'disclosure.created' and t.practice_id = e.practice_id and t.id = ${id("disclosureId")}
        union all
        select k.made_at, null, null, encode(sha256(k.certificate), 'hex'), null
          from seal_keys k
         where e.name = 'seal-key.made' and k.practice_id = e.practice_id and k.id = ${id("keyId")}
        union all
        select b.put_back_at, w.patient_id, b.put_back_by, w.answer_id || ' ' || b.route, null
          from put_backs b
          join withdrawals w on w.practice_id = b.practice_id and w.id = b.withdrawal_id
         where e.name = 'consent.put-back' and b.practice_id = e.practice_id and b.withdrawal_id = ${id("withdrawalId")}
      ) f on true
     where e.practice_id = ${practiceId} and e.seq >= ${from} and e.seq < ${until}
       and e.name in ${Object.keys(saidIn)}
     order by e.seq`);
}
