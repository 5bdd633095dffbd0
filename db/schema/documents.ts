/** A document is the sealed PDF of a signature. A signature that lacks one is on the worker's list. */
import {
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sealKeys } from "./practices";
import { signatures } from "./signatures";
import { bytes, moment, tenantColumns } from "./tenancy";

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
    foreignKey({
      name: "documents_signature_fk",
      columns: [t.practiceId, t.signatureId, t.patientId],
      foreignColumns: [signatures.practiceId, signatures.id, signatures.patientId],
    }),
    foreignKey({
      name: "documents_seal_key_fk",
      columns: [t.practiceId, t.sealKeyId],
      foreignColumns: [sealKeys.practiceId, sealKeys.id],
    }),
    unique("documents_once").on(t.practiceId, t.signatureId),
    index("documents_of_patient").on(t.practiceId, t.patientId, t.sealedAt),
  ],
);

/** The bytes of a document, encrypted at rest and erasable on their own. */
export const documentFiles = pgTable(
  "document_files",
  { ...tenantColumns(), documentId: uuid("document_id").notNull(), sealed: bytes("sealed").notNull() },
  (t) => [
    primaryKey({ name: "document_files_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "document_files_document_fk",
      columns: [t.practiceId, t.documentId],
      foreignColumns: [documents.practiceId, documents.id],
    }),
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
    foreignKey({
      name: "seal_failures_signature_fk",
      columns: [t.practiceId, t.signatureId],
      foreignColumns: [signatures.practiceId, signatures.id],
    }),
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
    foreignKey({
      name: "seal_retries_failure_fk",
      columns: [t.practiceId, t.failureId],
      foreignColumns: [sealFailures.practiceId, sealFailures.id],
    }),
    unique("seal_retries_once").on(t.practiceId, t.failureId),
  ],
);

export type Document = typeof documents.$inferSelect;
