/** A patient is a person cared for by a practice: names, address, language, and the therapist who treats them. */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { practices, staffMembers } from "./practices";
import { moment, refers, tenantColumns } from "./tenancy";

export const language = pgEnum("language", ["en", "es"]);
export const mailboxOwner = pgEnum("mailbox_owner", ["patient", "parent", "guardian"]);
export const firstEntryMethod = pgEnum("first_entry_method", ["date-of-birth", "handed-code"]);

export const patients = pgTable(
  "patients",
  {
    ...tenantColumns(),
    legalName: text("legal_name").notNull(),
    calledName: text("called_name").notNull(),
    email: text("email"),
    /** Whose address it is, as the practice noted it: in that capacity its reader answers. */
    mailboxOf: mailboxOwner("mailbox_of"),
    phone: text("phone"),
    language: language("language").notNull(),
    dateOfBirth: date("date_of_birth", { mode: "string" }).notNull(),
    treatingStaffId: uuid("treating_staff_id").notNull(),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ name: "patients_pk", columns: [t.practiceId, t.id] }),
    refers("patients_practice_fk", [t.practiceId], [practices.practiceId]),
    refers("patients_treating_staff_fk", [t.treatingStaffId], staffMembers),
    check("patients_mailbox_is_somebodys", sql`(${t.email} is null) = (${t.mailboxOf} is null)`),
    index("patients_by_address").on(t.practiceId, t.email),
    index("patients_by_name").on(t.practiceId, t.legalName, t.id),
  ],
);

/** The practice no longer cares for this patient; asking and reminding stop, everything stays readable. */
export const patientArchivings = pgTable(
  "patient_archivings",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    archivedAt: moment("archived_at").notNull(),
    archivedBy: uuid("archived_by").notNull(),
    restoredAt: moment("restored_at"),
    restoredBy: uuid("restored_by"),
  },
  (t) => [
    primaryKey({ name: "patient_archivings_pk", columns: [t.practiceId, t.id] }),
    refers("patient_archivings_patient_fk", [t.patientId], patients),
    uniqueIndex("patient_archivings_one_open").on(t.practiceId, t.patientId).where(sql`restored_at is null`),
  ],
);

/** Somebody who signed in with this patient's address also knew the second fact: once each time a mailbox is opened to them. */
export const firstEntries = pgTable(
  "first_entries",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** The opening of the mailbox that this proves; one that is replaced and opened again proves anew. */
    membershipId: uuid("membership_id").notNull(),
    method: firstEntryMethod("method").notNull(),
    provenAt: moment("proven_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "first_entries_pk", columns: [t.practiceId, t.id] }),
    refers("first_entries_patient_fk", [t.patientId], patients),
    unique("first_entries_once").on(t.practiceId, t.membershipId),
    index("first_entries_of_patient").on(t.practiceId, t.patientId),
  ],
);

/** A wrong second fact at a first entry; five since the last entry code close the entry. */
export const firstEntryMisses = pgTable(
  "first_entry_misses",
  { ...tenantColumns(), userId: uuid("user_id").notNull(), missedAt: moment("missed_at").notNull() },
  (t) => [
    primaryKey({ name: "first_entry_misses_pk", columns: [t.practiceId, t.id] }),
    refers("first_entry_misses_practice_fk", [t.practiceId], [practices.practiceId]),
    index("first_entry_misses_by_user").on(t.practiceId, t.userId, t.missedAt),
  ],
);

/** A code the practice hands to a patient, in place of the date of birth at the first entry. */
export const entryCodes = pgTable(
  "entry_codes",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    codeHash: text("code_hash").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: uuid("made_by").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "entry_codes_pk", columns: [t.practiceId, t.id] }),
    refers("entry_codes_patient_fk", [t.patientId], patients),
    index("entry_codes_by_patient").on(t.practiceId, t.patientId, t.madeAt),
  ],
);

/** The practice noted another address, or none: what stood in the record is no proof for the next mailbox. */
export const addressChanges = pgTable(
  "address_changes",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    changedAt: moment("changed_at").notNull(),
    changedBy: uuid("changed_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "address_changes_pk", columns: [t.practiceId, t.id] }),
    refers("address_changes_patient_fk", [t.patientId], patients),
    refers("address_changes_staff_fk", [t.changedBy], staffMembers),
    index("address_changes_of_patient").on(t.practiceId, t.patientId, t.changedAt),
  ],
);

/** Somebody else treats the patient from then on: what was agreed with the former one rests until it is asked again. */
export const treatingChanges = pgTable(
  "treating_changes",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    formerStaffId: uuid("former_staff_id").notNull(),
    nextStaffId: uuid("next_staff_id").notNull(),
    changedAt: moment("changed_at").notNull(),
    changedBy: uuid("changed_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "treating_changes_pk", columns: [t.practiceId, t.id] }),
    refers("treating_changes_patient_fk", [t.patientId], patients),
    refers("treating_changes_next_fk", [t.nextStaffId], staffMembers),
    index("treating_changes_of_patient").on(t.practiceId, t.patientId, t.changedAt),
  ],
);

/** Patient and therapist met for the first time: before, nobody is asked whether they may be recorded. */
export const firstMeetings = pgTable(
  "first_meetings",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    metOn: date("met_on", { mode: "string" }).notNull(),
    notedAt: moment("noted_at").notNull(),
    notedBy: uuid("noted_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "first_meetings_pk", columns: [t.practiceId, t.id] }),
    refers("first_meetings_patient_fk", [t.patientId], patients),
    unique("first_meetings_once").on(t.practiceId, t.patientId),
  ],
);

/** Whether the files of a patient carry their name where they are saved. The last choice counts; without one they do. */
export const fileNameChoices = pgTable(
  "file_name_choices",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    isNamed: boolean("is_named").notNull(),
    chosenAt: moment("chosen_at").notNull(),
    chosenBy: uuid("chosen_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "file_name_choices_pk", columns: [t.practiceId, t.id] }),
    refers("file_name_choices_patient_fk", [t.patientId], patients),
    index("file_name_choices_of_patient").on(t.practiceId, t.patientId, t.chosenAt),
  ],
);

export type Patient = typeof patients.$inferSelect;
