/** A document is the sealed PDF of an answer, refusal, withdrawal or acknowledgement. What lacks one is the worker's list. */
import { sql } from "drizzle-orm";
import {
  check,
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
import { answers, withdrawals } from "./consents";
import { patients } from "./patients";
import { platformAcknowledgements } from "./platform-requests";
import { sealKeys } from "./practices";
import { bytes, moment, tenantColumns } from "./tenancy";

export const sealLevel = pgEnum("seal_level", ["B-B", "B-T"]);

export const documents = pgTable(
  "documents",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    answerId: uuid("answer_id"),
    withdrawalId: uuid("withdrawal_id"),
    acknowledgementId: uuid("acknowledgement_id"),
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
      name: "documents_patient_fk",
      columns: [t.practiceId, t.patientId],
      foreignColumns: [patients.practiceId, patients.id],
    }),
    foreignKey({
      name: "documents_answer_fk",
      columns: [t.practiceId, t.answerId],
      foreignColumns: [answers.practiceId, answers.id],
    }),
    foreignKey({
      name: "documents_withdrawal_fk",
      columns: [t.practiceId, t.withdrawalId],
      foreignColumns: [withdrawals.practiceId, withdrawals.id],
    }),
    foreignKey({
      name: "documents_acknowledgement_fk",
      columns: [t.practiceId, t.acknowledgementId],
      foreignColumns: [platformAcknowledgements.practiceId, platformAcknowledgements.id],
    }),
    foreignKey({
      name: "documents_seal_key_fk",
      columns: [t.practiceId, t.sealKeyId],
      foreignColumns: [sealKeys.practiceId, sealKeys.id],
    }),
    unique("documents_one_per_answer").on(t.practiceId, t.answerId),
    unique("documents_one_per_withdrawal").on(t.practiceId, t.withdrawalId),
    unique("documents_one_per_acknowledgement").on(t.practiceId, t.acknowledgementId),
    check(
      "documents_of_one",
      sql`num_nonnulls(${t.answerId}, ${t.withdrawalId}, ${t.acknowledgementId}) = 1`,
    ),
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
    answerId: uuid("answer_id"),
    withdrawalId: uuid("withdrawal_id"),
    acknowledgementId: uuid("acknowledgement_id"),
    cause: text("cause").notNull(),
    failedAt: moment("failed_at").notNull(),
    nextTryAt: moment("next_try_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "seal_failures_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "seal_failures_answer_fk",
      columns: [t.practiceId, t.answerId],
      foreignColumns: [answers.practiceId, answers.id],
    }),
    foreignKey({
      name: "seal_failures_withdrawal_fk",
      columns: [t.practiceId, t.withdrawalId],
      foreignColumns: [withdrawals.practiceId, withdrawals.id],
    }),
    foreignKey({
      name: "seal_failures_acknowledgement_fk",
      columns: [t.practiceId, t.acknowledgementId],
      foreignColumns: [platformAcknowledgements.practiceId, platformAcknowledgements.id],
    }),
    check(
      "seal_failures_of_one",
      sql`num_nonnulls(${t.answerId}, ${t.withdrawalId}, ${t.acknowledgementId}) = 1`,
    ),
    index("seal_failures_of_answer").on(t.practiceId, t.answerId, t.failedAt),
    index("seal_failures_of_withdrawal").on(t.practiceId, t.withdrawalId, t.failedAt),
    index("seal_failures_of_acknowledgement").on(t.practiceId, t.acknowledgementId, t.failedAt),
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
