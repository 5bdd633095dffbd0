/** A safeguard is one claim the practice makes about how it protects appointments; whoever makes it says from time to time that it holds. */
import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { language } from "./patients";
import { platforms } from "./platforms";
import { practices, staffMembers } from "./practices";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const safeguardKind = pgEnum("safeguard_kind", ["setting", "habit"]);
export const attestationOutcome = pgEnum("attestation_outcome", ["holds", "fails"]);

export const safeguards = pgTable(
  "safeguards",
  {
    ...tenantColumns(),
    kind: safeguardKind("kind").notNull(),
    /** What texts refer to it by. */
    key: text("key").notNull(),
    /** Of one service alone; null: however one meets. */
    platformId: uuid("platform_id"),
    intervalDays: integer("interval_days").notNull(),
    claimedAt: moment("claimed_at").notNull(),
    claimedBy: uuid("claimed_by").notNull(),
    droppedAt: moment("dropped_at"),
    droppedBy: uuid("dropped_by"),
  },
  (t) => [
    primaryKey({ name: "safeguards_pk", columns: [t.practiceId, t.id] }),
    refers("safeguards_practice_fk", [t.practiceId], [practices.practiceId]),
    refers("safeguards_platform_fk", [t.platformId], platforms),
    refers("safeguards_claimed_by_fk", [t.claimedBy], staffMembers),
    unique("safeguards_key").on(t.practiceId, t.key),
    check("safeguards_key_is_a_word", sql`${t.key} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(${t.key}) <= 60`),
    check("safeguards_interval", sql`${t.intervalDays} between 1 and 730`),
  ],
);

/** The claim in plain words, and what is said instead while nobody has checked it lately. */
export const safeguardTexts = pgTable(
  "safeguard_texts",
  {
    ...tenantColumns(),
    safeguardId: uuid("safeguard_id").notNull(),
    language: language("language").notNull(),
    claim: text("claim").notNull(),
    intent: text("intent").notNull(),
  },
  (t) => [
    primaryKey({ name: "safeguard_texts_pk", columns: [t.practiceId, t.id] }),
    refers("safeguard_texts_safeguard_fk", [t.safeguardId], safeguards),
    unique("safeguard_texts_language").on(t.practiceId, t.safeguardId, t.language),
  ],
);

/** Somebody looked at their own account, on that day, and it held or did not. */
export const attestations = pgTable(
  "attestations",
  {
    ...tenantColumns(),
    safeguardId: uuid("safeguard_id").notNull(),
    outcome: attestationOutcome("outcome").notNull(),
    checkedOn: date("checked_on", { mode: "string" }).notNull(),
    sealedNote: bytes("sealed_note"),
    attestedAt: moment("attested_at").notNull(),
    attestedBy: uuid("attested_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "attestations_pk", columns: [t.practiceId, t.id] }),
    refers("attestations_safeguard_fk", [t.safeguardId], safeguards),
    refers("attestations_staff_fk", [t.attestedBy], staffMembers),
    index("attestations_of_safeguard").on(t.practiceId, t.safeguardId, t.attestedAt),
  ],
);

/** What shows it, encrypted at rest. */
export const attestationFiles = pgTable(
  "attestation_files",
  {
    ...tenantColumns(),
    attestationId: uuid("attestation_id").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    sealed: bytes("sealed").notNull(),
  },
  (t) => [
    primaryKey({ name: "attestation_files_pk", columns: [t.practiceId, t.id] }),
    refers("attestation_files_attestation_fk", [t.attestationId], attestations),
    unique("attestation_files_once").on(t.practiceId, t.attestationId),
  ],
);

export type Safeguard = typeof safeguards.$inferSelect;
