import { type SQL, sql } from "drizzle-orm";
import type { SignatureKind } from "@/db/schema";

/** Whether the signature of this fact is filed under the same patient and time, and as what it is. */
export function isSigned(kind: SignatureKind, fact: SQL, at: SQL) {
  return sql<boolean>`exists (select from signatures s
    where s.practice_id = ${fact}.practice_id and s.id = ${fact}.id and s.patient_id = ${fact}.patient_id
      and s.kind = ${kind} and s.signed_at = ${at})`;
}

export const unsigned = "has another signature than it had";
