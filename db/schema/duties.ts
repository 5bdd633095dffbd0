/** A duty is what the practice has to do because something was taken back: whose it is, and by when. */
import { date, index, pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { withdrawals } from "./consents";
import { patients } from "./patients";
import { staffMembers } from "./practices";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

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
    refers("duties_patient_fk", [t.patientId], patients),
    refers("duties_withdrawal_fk", [t.withdrawalId], withdrawals),
    refers("duties_owner_fk", [t.ownerId], staffMembers),
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
    refers("duty_completions_duty_fk", [t.dutyId], duties),
    refers("duty_completions_staff_fk", [t.doneBy], staffMembers),
    unique("duty_completions_once").on(t.practiceId, t.dutyId),
  ],
);
