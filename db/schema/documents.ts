/** A document is the sealed PDF of a signature. A signature that lacks one is on the worker's list. */
import { index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { sealKeys } from "./practices";
import { signatures } from "./signatures";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const sealLevel = pgEnum("seal_level", ["B-B", "B-T"]);

export const documents = pgTable(
  "documents",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    signatureId: uuid("signature_id").notNull(),
    sealKeyId: uuid("seal_key_id").notNull(),
    sha256: text("sha256").notNull(),
    byteSize: integer("byte_size").notNull(),
    level: sealLevel("level").notNull(),
    /** Why there is no trusted time although a time service is set. */
    timestampFailure: text("timestamp_failure"),
    sealedAt: moment("sealed_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "documents_pk", columns: [t.practiceId, t.id] }),
    refers("documents_signature_fk", [t.signatureId, t.patientId], [signatures.id, signatures.patientId]),
    refers("documents_seal_key_fk", [t.sealKeyId], sealKeys),
    unique("documents_once").on(t.practiceId, t.signatureId),
    index("documents_of_patient").on(t.practiceId, t.patientId, t.sealedAt),
    index("documents_by_time").on(t.practiceId, t.sealedAt, t.id),
  ],
);

/** The bytes of a document, encrypted at rest and erasable on their own. */
export const documentFiles = pgTable(
  "document_files",
  { ...tenantColumns(), documentId: uuid("document_id").notNull(), sealed: bytes("sealed").notNull() },
  (t) => [
    primaryKey({ name: "document_files_pk", columns: [t.practiceId, t.id] }),
    refers("document_files_document_fk", [t.documentId], documents),
    unique("document_files_once").on(t.practiceId, t.documentId),
  ],
);

/** Sealing did not work: why, and when it is tried again. */
export const sealFailures = pgTable(
  "seal_failures",
  {
    ...tenantColumns(),
    signatureId: uuid("signature_id").notNull(),
    cause: text("cause").notNull(),
    failedAt: moment("failed_at").notNull(),
    nextTryAt: moment("next_try_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "seal_failures_pk", columns: [t.practiceId, t.id] }),
    refers("seal_failures_signature_fk", [t.signatureId], signatures),
    index("seal_failures_of_signature").on(t.practiceId, t.signatureId, t.failedAt),
  ],
);

/** Somebody asked for another try at once, before the pause was over. */
export const sealRetries = pgTable(
  "seal_retries",
  {
    ...tenantColumns(),
    failureId: uuid("failure_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    askedBy: uuid("asked_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "seal_retries_pk", columns: [t.practiceId, t.id] }),
    refers("seal_retries_failure_fk", [t.failureId], sealFailures),
    unique("seal_retries_once").on(t.practiceId, t.failureId),
  ],
);

export type Document = typeof documents.$inferSelect;
