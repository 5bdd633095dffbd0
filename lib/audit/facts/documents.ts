import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { broken, type FactBreak } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { openUnaltered } from "@/lib/sealed-value";
import { readPdfFile } from "@/verifier/pdf-file";
import { readRecord } from "@/verifier/read-record";
import type { SignedRecord } from "@/verifier/record";
import { readShape } from "@/verifier/sealed-shape";
import { parseCanonical } from "@/verifier/trail/canonical";
import { type RecordedRow, whyRecordDiffers } from "./record";
import type { Published } from "./texts";
import { utc } from "./times";

type Row = RecordedRow & {
  seq: number;
  body: string;
  document_sha256: string | null;
  file_id: string | null;
  sealed: Buffer | null;
  /** How it was signed; nulls where that was erased. */
  evidence_id: string | null;
  evidence: Buffer | null;
  commitment: string | null;
};

const page = 50;

/** Whether every file that was sealed is there and is that file, and whether what it says is what is stored. */
export async function checkDocuments(
  tx: Tx,
  ctx: Context,
  size: number,
  published: ReadonlyMap<string, Published>,
) {
  let checked = 0;
  // The entry that does not hold may be an earlier one than that of the document which shows it.
  let first: FactBreak | null = null;
  for (let rows = await nextPage(tx, ctx, -1, size); rows.length > 0; ) {
    for (const row of rows) {
      const why = await whyNotSealed(tx, row, ctx, published);
      if (why && (!first || why.seq < first.seq)) first = why;
      checked += 1;
    }
    rows = await nextPage(tx, ctx, rows.at(-1)?.seq ?? size, size);
  }
  return { checked, broken: first };
}

async function whyNotSealed(
  tx: Tx,
  row: Row,
  { practiceId }: Context,
  published: ReadonlyMap<string, Published>,
): Promise<FactBreak | null> {
  const { seq } = row;
  const { sha256, patient } = parseCanonical(row.body) ?? {};
  if (row.document_sha256 === null || row.sealed === null)
    return broken(seq, "file", `The file sealed in entry ${seq} is not there.`);
  const bytes = opened({ practiceId, table: "document_files", rowId: row.file_id }, row.sealed);
  if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256)
    return broken(seq, "file", `The file sealed in entry ${seq} is no longer that file.`);
  if (row.document_sha256 !== sha256 || row.patient_id !== patient)
    return broken(seq, "file", `The file sealed in entry ${seq} is filed under something else.`);

  const record = await recordIn(bytes);
  if (record && record.trail.leaf !== (await leafOf(tx, practiceId, record.trail.sequence)))
    return broken(
      record.trail.sequence,
      "hash",
      `Entry ${record.trail.sequence} is not the one that the document of entry ${seq} vouches for.`,
    );
  const why = record && whyRecordDiffers(record, row, published);
  if (why) return broken(why.seq, why.reason, `${why.sentence} See the document of entry ${seq}.`);
  return !record || isEvidenceOf(record, practiceId, row)
    ? null
    : broken(seq, "file", `How the document of entry ${seq} was signed is not as it was kept.`);
}

/** It may be erased; where it is there it opens, and is what the document commits to. */
function isEvidenceOf({ evidence }: SignedRecord, practiceId: string, row: Row): boolean {
  if (row.evidence_id === null) return true;
  const place = { practiceId, table: "signature_evidence", rowId: row.evidence_id } as const;
  return row.commitment === evidence.commitment && opened(place, row.evidence) !== null;
}

async function leafOf(tx: Tx, practiceId: string, seq: number): Promise<string | null> {
  const [event] = await tx.execute<{ leaf: string }>(
    sql`select leaf from events where practice_id = ${practiceId} and events.seq = ${seq}`,
  );
  return event?.leaf ?? null;
}

type Place = { practiceId: string; table: "document_files" | "signature_evidence"; rowId: string | null };

/** Null for what does not open: changed, moved from another row, or sealed under another key. */
function opened({ rowId, ...place }: Place, sealed: Buffer | null): Buffer | null {
  const whole = { ...place, column: "sealed", rowId: rowId ?? "" };
  return openUnaltered(env().masterKey, whole, sealed ?? Buffer.alloc(0));
}

/** Null when it is of a kind this build does not know. Nobody needs to ask whose seal it is: the trail vouches. */
async function recordIn(bytes: Buffer): Promise<SignedRecord | null> {
  const { record } = await readRecord(readShape(readPdfFile(bytes)).record);
  return record;
}

async function nextPage(tx: Tx, { practiceId }: Context, after: number, size: number): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select e.seq::float8 as seq, e.body, d.sha256 as document_sha256, d.patient_id, f.id as file_id, f.sealed,
           v.id as evidence_id, v.sealed as evidence, v.commitment,
           a.id as answer_id, a.request_id, a.version_id, a.text_sha256, a.capacity,
           ${utc(sql`a.answered_at`)} as answered_at,
           (select coalesce(json_agg(i.item_id || ' ' || i.answer order by i.item_id), '[]') from answer_items i
             where i.practice_id = a.practice_id and i.answer_id = a.id) as answered,
           w.id as withdrawal_id, ${utc(sql`w.withdrawn_at`)} as withdrawn_at,
           (select coalesce(json_agg(i.item_id order by i.item_id), '[]') from withdrawal_items i
             where i.practice_id = w.practice_id and i.withdrawal_id = w.id) as taken_back,
           k.id as acknowledgement_id, k.wish_id, ${utc(sql`k.acknowledged_at`)} as acknowledged_at,
           k.explained_on::text as explained_on, k.text_sha256 as acknowledged_sha256
      from events e
      left join documents d on d.practice_id = e.practice_id and d.id = (e.body::jsonb ->> 'documentId')::uuid
      left join document_files f on f.practice_id = d.practice_id and f.document_id = d.id
      left join signature_evidence v on v.practice_id = d.practice_id and v.signature_id = d.signature_id
      left join withdrawals w on w.practice_id = d.practice_id and w.id = d.signature_id
      left join acknowledgements k on k.practice_id = d.practice_id and k.id = d.signature_id
      left join answers a on a.practice_id = d.practice_id and a.id = coalesce(w.answer_id, d.signature_id)
     where e.practice_id = ${practiceId} and e.seq > ${after} and e.seq < ${size} and e.name = 'document.sealed'
     order by e.seq
     limit ${page}`);
}
