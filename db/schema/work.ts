/** What belongs to the installation and to no practice: the authority that vouches for every practice's seal, and the list of what is owed. */
import { boolean, index, integer, pgSchema, primaryKey, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "./tenancy";

export const work = pgSchema("work");

export const installationAuthority = work.table("installation_authority", {
  id: uuid("id").primaryKey(),
  /** Always true, and unique: there is one authority. */
  only: boolean("only").notNull().default(true).unique("installation_authority_only"),
  certificate: bytes("certificate").notNull(),
  privateKey: bytes("private_key").notNull(),
  madeAt: moment("made_at").notNull(),
});

export const owedKind = work.enum("owed_kind", [
  "document",
  "message",
  "sign-in",
  "refused",
  "sample",
  "holder",
  "word",
  "reminder",
  "renewal",
  "checkpoint",
  "cosignature",
]);

/**
 * Where sweeps look, so that nobody has to read all there ever was: a row stands here as long as something may lack, from
 * the transaction that makes it owed to the one that does it. Whether it does lack is asked of the facts.
 */
export const owed = work.table(
  "owed",
  {
    kind: owedKind("kind").notNull(),
    practiceId: uuid("practice_id").notNull(),
    id: uuid("id").notNull(),
    /** Nobody need look before. */
    dueAt: moment("due_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "owed_pk", columns: [t.practiceId, t.kind, t.id] }),
    index("owed_by_time").on(t.kind, t.dueAt),
  ],
);

/** All there ever was has been looked at for what stood on no list. */
export const fullLooks = work.table("full_looks", {
  lookedAt: moment("looked_at").primaryKey(),
  found: integer("found").notNull(),
});
