import type { Patient } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Mark } from "@/lib/paper/drawn-mark";
import type { SignedRecord } from "@/verifier/record";

export type BuiltRecord = { record: SignedRecord; mark: Mark | null; patient: Patient };

/** Gathers from the facts everything the document of one signature says. One for each kind, beside what was signed. */
export type RecordBuilder = (
  tx: Tx,
  ctx: SystemContext,
  signatureId: string,
  documentId: string,
) => Promise<BuiltRecord>;
