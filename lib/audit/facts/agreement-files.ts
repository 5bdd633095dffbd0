import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { broken } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { openUnaltered } from "@/lib/sealed-value";
import { parseCanonical } from "@/verifier/trail/canonical";

type Row = { seq: number; body: string; file_id: string | null; sealed: Buffer | null };

/** Files are large: few are held at once. */
const page = 10;

/** Whether the file of every earlier agreement is there, and is the one that was filed. */
export async function checkAgreementFiles(tx: Tx, ctx: Context, size: number) {
  for (let rows = await nextPage(tx, ctx, -1, size); rows.length > 0; ) {
    for (const row of rows) {
      const why = whyNotFiled(row, ctx);
      if (why) return { broken: broken(row.seq, "file", `The file noted in entry ${row.seq} ${why}.`) };
    }
    rows = await nextPage(tx, ctx, rows.at(-1)?.seq ?? size, size);
  }
  return { broken: null };
}

function whyNotFiled({ body, file_id: rowId, sealed }: Row, { practiceId }: Context): string | null {
  if (!rowId || !sealed) return "is not there";
  const place = { practiceId, table: "earlier_agreement_files", column: "sealed", rowId };
  const bytes = openUnaltered(env().masterKey, place, sealed);
  const { sha256 } = parseCanonical(body) ?? {};
  const isThat = bytes && createHash("sha256").update(bytes).digest("hex") === sha256;
  return isThat ? null : "is no longer that file";
}

async function nextPage(tx: Tx, { practiceId }: Context, after: number, size: number): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select e.seq::float8 as seq, e.body, f.id as file_id, f.sealed
      from events e
      left join earlier_agreement_files f
        on f.practice_id = e.practice_id and f.agreement_id = (e.body::jsonb ->> 'agreementId')::uuid
     where e.practice_id = ${practiceId} and e.seq > ${after} and e.seq < ${size} and e.name = 'agreement.noted'
     order by e.seq
     limit ${page}`);
}
