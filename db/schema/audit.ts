/** An event is one entry of a practice's audit trail: numbered without gaps, chained, never changed. */
import { bigint, index, jsonb, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { patients } from "./patients";
import { practices } from "./practices";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const events = pgTable(
  "events",
  {
    ...tenantColumns(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    name: text("name").notNull(),
    at: moment("at").notNull(),
    actorId: text("actor_id").notNull(),
    patientId: uuid("patient_id"),
    /** The canonical JSON (RFC 8785) that the leaf is the hash of. */
    body: text("body").notNull(),
    leaf: text("leaf").notNull(),
  },
  (t) => [
    primaryKey({ name: "events_pk", columns: [t.practiceId, t.id] }),
    refers("events_practice_fk", [t.practiceId], [practices.practiceId]),
    refers("events_patient_fk", [t.patientId], patients),
    unique("events_seq").on(t.practiceId, t.seq),
    index("events_of_patient").on(t.practiceId, t.patientId, t.seq),
    index("events_of_actor").on(t.practiceId, t.actorId, t.seq),
    index("events_by_name").on(t.practiceId, t.name, t.seq),
    index("events_by_day").on(t.practiceId, t.at),
  ],
);

/** The readable detail of an event, outside the hashed body and erasable; the body holds a salted commitment to it. */
export const eventDetails = pgTable(
  "event_details",
  {
    ...tenantColumns(),
    eventId: uuid("event_id").notNull(),
    salt: bytes("salt").notNull(),
    details: jsonb("details").$type<Record<string, string | number>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "event_details_pk", columns: [t.practiceId, t.id] }),
    refers("event_details_event_fk", [t.eventId], events),
    unique("event_details_once").on(t.practiceId, t.eventId),
  ],
);

/** Where the trail stands: the row every writer locks last. */
export const auditHeads = pgTable(
  "audit_heads",
  {
    ...tenantColumns(),
    size: bigint("size", { mode: "number" }).notNull(),
    leaf: text("leaf").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ name: "audit_heads_pk", columns: [t.practiceId, t.id] }),
    refers("audit_heads_practice_fk", [t.practiceId], [practices.practiceId]),
    unique("audit_heads_one_row").on(t.practiceId),
  ],
);

/** The Ed25519 key a practice signs its checkpoints with; the private half is encrypted with the master key. */
export const checkpointKeys = pgTable(
  "checkpoint_keys",
  {
    ...tenantColumns(),
    publicKey: bytes("public_key").notNull(),
    privateKey: bytes("private_key").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "checkpoint_keys_pk", columns: [t.practiceId, t.id] }),
    refers("checkpoint_keys_practice_fk", [t.practiceId], [practices.practiceId]),
  ],
);

/** A signed statement of the trail's size and root; never two for one size. */
export const checkpoints = pgTable(
  "checkpoints",
  {
    ...tenantColumns(),
    keyId: uuid("key_id").notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    root: text("root").notNull(),
    note: text("note").notNull(),
    signedAt: moment("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "checkpoints_pk", columns: [t.practiceId, t.id] }),
    refers("checkpoints_key_fk", [t.keyId], checkpointKeys),
    unique("checkpoints_one_per_size").on(t.practiceId, t.size),
  ],
);

export const signingFault = pgEnum("signing_fault", ["altered", "unable"]);

/** A trail could not be signed, and why; so it stands until a later checkpoint is. Kept beside a trail that may be broken. */
export const checkpointFailures = pgTable(
  "checkpoint_failures",
  {
    ...tenantColumns(),
    fault: signingFault("fault").notNull(),
    failedAt: moment("failed_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "checkpoint_failures_pk", columns: [t.practiceId, t.id] }),
    refers("checkpoint_failures_practice_fk", [t.practiceId], [practices.practiceId]),
    index("checkpoint_failures_by_time").on(t.practiceId, t.failedAt),
  ],
);

export type Event = typeof events.$inferSelect;
export type Checkpoint = typeof checkpoints.$inferSelect;
