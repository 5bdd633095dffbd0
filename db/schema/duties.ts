/** A duty is what the practice has to do because something was taken back: whose it is, and by when. */
import { date, foreignKey, index, pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { withdrawals } from "./consents";
import { patients } from "./patients";
import { staffMembers } from "./practices";
import { bytes, moment, tenantColumns } from "./tenancy";

export const dutyKind = pgEnum("duty_kind", [
  "stop-recording",
  "decide-recordings",
  "end-shares",
  "agree-on-platform",
  "stop-transcription",
  "tell-recipients",
  "stop-email",
  "use-paper",
  "stop-use",
]);

export const duties = pgTable(
  "duties",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    withdrawalId: uuid("withdrawal_id").notNull(),
    kind: dutyKind("kind").notNull(),
    ownerId: uuid("owner_id").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    owedAt: moment("owed_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "duties_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "duties_patient_fk",
      columns: [t.practiceId, t.patientId],
      foreignColumns: [patients.practiceId, patients.id],
    }),
    foreignKey({
      name: "duties_withdrawal_fk",
      columns: [t.practiceId, t.withdrawalId],
      foreignColumns: [withdrawals.practiceId, withdrawals.id],
    }),
    foreignKey({
      name: "duties_owner_fk",
      columns: [t.practiceId, t.ownerId],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    unique("duties_once").on(t.practiceId, t.withdrawalId, t.kind),
    index("duties_of_patient").on(t.practiceId, t.patientId, t.owedAt),
  ],
);

export const dutyCompletions = pgTable(
  "duty_completions",
  {
    ...tenantColumns(),
    dutyId: uuid("duty_id").notNull(),
    sealedNote: bytes("sealed_note"),
    doneAt: moment("done_at").notNull(),
    doneBy: uuid("done_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "duty_completions_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "duty_completions_duty_fk",
      columns: [t.practiceId, t.dutyId],
      foreignColumns: [duties.practiceId, duties.id],
    }),
    foreignKey({
      name: "duty_completions_staff_fk",
      columns: [t.practiceId, t.doneBy],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    unique("duty_completions_once").on(t.practiceId, t.dutyId),
  ],
);
