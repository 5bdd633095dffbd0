/** A signature is that somebody answered, took back or acknowledged something: how it was made, and its sealed document, are facts beside it. */
import { index, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { patients } from "./patients";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const signatureKind = pgEnum("signature_kind", ["answer", "withdrawal", "acknowledgement"]);

/** One row a signature, of whatever kind. What was signed has the same id. */
export const signatures = pgTable(
  "signatures",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    kind: signatureKind("kind").notNull(),
    signedAt: moment("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "signatures_pk", columns: [t.practiceId, t.id] }),
    refers("signatures_patient_fk", [t.patientId], patients),
    unique("signatures_subject").on(t.practiceId, t.id, t.patientId),
    index("signatures_of_patient").on(t.practiceId, t.patientId, t.signedAt),
    index("signatures_order").on(t.signedAt),
  ],
);

/** How it was signed: name, mark, address, browser. Encrypted, and erasable on its own. */
export const signatureEvidence = pgTable(
  "signature_evidence",
  {
    ...tenantColumns(),
    signatureId: uuid("signature_id").notNull(),
    sealed: bytes("sealed").notNull(),
    commitment: text("commitment").notNull(),
  },
  (t) => [
    primaryKey({ name: "signature_evidence_pk", columns: [t.practiceId, t.id] }),
    refers("signature_evidence_signature_fk", [t.signatureId], signatures),
    unique("signature_evidence_once").on(t.practiceId, t.signatureId),
  ],
);

export type Signature = typeof signatures.$inferSelect;
export type SignatureKind = Signature["kind"];
