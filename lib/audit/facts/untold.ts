import { type SQL, sql } from "drizzle-orm";
import type { SignatureKind } from "@/db/schema";
import { broken } from "@/lib/audit/fact-break";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

type Fact = { table: SQL; id: string; names: string[]; key?: SQL };

const answered = { id: "answerId", names: ["consent.given", "consent.refused", "consent.acknowledged"] };
const takenBack = { id: "withdrawalId", names: ["consent.withdrawn"] };
const acknowledged = { id: "acknowledgementId", names: ["platform-request.acknowledged"] };
const signaturesOf = (kind: SignatureKind) => sql`(select * from signatures where kind = ${kind})`;

/** Where each fact is kept and which entries tell of it: by its own id or, with `key`, by that of what it is about. */
const facts: Record<string, Fact> = {
  text: { table: sql`disclosures`, id: "disclosureId", names: ["disclosure.created"] },
  "seal key": { table: sql`seal_keys`, id: "keyId", names: ["seal-key.made"] },
  "published text": { table: sql`versions`, id: "versionId", names: ["disclosure.published"] },
  answer: { table: sql`answers`, ...answered },
  "answer's signature": { table: signaturesOf("answer"), ...answered },
  withdrawal: { table: sql`withdrawals`, ...takenBack },
  "withdrawal's signature": { table: signaturesOf("withdrawal"), ...takenBack },
  correction: {
    table: sql`answer_corrections`,
    key: sql`f.answer_id`,
    id: "answerId",
    names: ["consent.corrected"],
  },
  "notice's ending": {
    table: sql`notice_endings`,
    key: sql`f.request_id`,
    id: "requestId",
    names: ["notice.ended"],
  },
  duty: { table: sql`duties`, id: "dutyId", names: ["duty.owed"] },
  "duty that was done": {
    table: sql`duty_completions`,
    key: sql`f.duty_id`,
    id: "dutyId",
    names: ["duty.done"],
  },
  "putting back": {
    table: sql`put_backs`,
    key: sql`f.withdrawal_id`,
    id: "withdrawalId",
    names: ["consent.put-back"],
  },
  "earlier agreement": { table: sql`earlier_agreements`, id: "agreementId", names: ["agreement.noted"] },
  acknowledgement: { table: sql`acknowledgements`, ...acknowledged },
  "acknowledgement's signature": { table: signaturesOf("acknowledgement"), ...acknowledged },
  document: { table: sql`documents`, id: "documentId", names: ["document.sealed"] },
};

/** A fact that was slipped in: it is stored, and no entry tells of it. */
export async function findUntold(tx: Tx, { practiceId }: Context, size: number) {
  for (const [noun, { table, id, names, key = sql`f.id` }] of Object.entries(facts)) {
    // One statement sees a fact and its entry, which are committed together, or neither.
    const [found] = await tx.execute(sql`
      select from ${table} f
       where f.practice_id = ${practiceId}
         and not exists (select from events e
                          where e.practice_id = f.practice_id and e.name in ${names}
                            and e.body::jsonb ->> ${id} = ${key}::text)
       limit 1`);
    const last = Math.max(size - 1, 0);
    if (found) return broken(last, "untold", `No entry up to ${last} tells of a ${noun} that is stored.`);
  }
  return null;
}
