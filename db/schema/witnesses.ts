/** A witness is somebody elsewhere who confirms how a practice's trail grows: which ones it chose, what they confirmed, what went wrong. */

import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { checkpoints } from "./audit";
import { staffMembers } from "./practices";
import { moment, refers, tenantColumns } from "./tenancy";

/** The witnesses a practice shows its checkpoints to, by their verifier keys, and how many have to confirm; the newest counts. */
export const witnessChoices = pgTable(
  "witness_choices",
  {
    ...tenantColumns(),
    witnesses: text("witnesses").array().notNull(),
    quorum: integer("quorum").notNull(),
    chosenAt: moment("chosen_at").notNull(),
    chosenBy: uuid("chosen_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "witness_choices_pk", columns: [t.practiceId, t.id] }),
    refers("witness_choices_staff_fk", [t.chosenBy], staffMembers),
    check("witness_choices_quorum", sql`${t.quorum} between 0 and cardinality(${t.witnesses})`),
    index("witness_choices_by_time").on(t.practiceId, t.chosenAt),
  ],
);

/** One witness's signature under one checkpoint: the line of the signed note, whose time is the witness's. */
export const cosignatures = pgTable(
  "cosignatures",
  {
    ...tenantColumns(),
    checkpointId: uuid("checkpoint_id").notNull(),
    witness: text("witness").notNull(),
    line: text("line").notNull(),
    cosignedAt: moment("cosigned_at").notNull(),
    keptAt: moment("kept_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "cosignatures_pk", columns: [t.practiceId, t.id] }),
    refers("cosignatures_checkpoint_fk", [t.checkpointId], checkpoints),
    unique("cosignatures_once").on(t.practiceId, t.checkpointId, t.witness),
    index("cosignatures_of_witness").on(t.practiceId, t.witness, t.keptAt),
  ],
);

export const cosigningFault = pgEnum("cosigning_fault", [
  "another-history",
  "set-back",
  "unprovable",
  "unknown-history",
  "unknown-signer",
  "unusable",
  "unreachable",
  "not-offered",
]);

/** A witness did not confirm a checkpoint, and why; it is asked again later. */
export const cosigningFailures = pgTable(
  "cosigning_failures",
  {
    ...tenantColumns(),
    checkpointId: uuid("checkpoint_id").notNull(),
    witness: text("witness").notNull(),
    fault: cosigningFault("fault").notNull(),
    /** How many entries the witness has confirmed, where it said so. */
    known: bigint("known", { mode: "number" }),
    failedAt: moment("failed_at").notNull(),
    nextTryAt: moment("next_try_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "cosigning_failures_pk", columns: [t.practiceId, t.id] }),
    refers("cosigning_failures_checkpoint_fk", [t.checkpointId], checkpoints),
    index("cosigning_failures_of_witness").on(t.practiceId, t.witness, t.failedAt),
  ],
);

export type CosigningFault = (typeof cosigningFault.enumValues)[number];
