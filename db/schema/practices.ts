/** A practice is the tenant: name, address on the web, time zone, phone, crisis line, and the people who work there. */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  time,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const staffRole = pgEnum("staff_role", ["owner", "therapist", "office", "auditor"]);

export const practices = pgTable(
  "practices",
  {
    ...tenantColumns(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    timeZone: text("time_zone").notNull(),
    phone: text("phone").notNull(),
    /** Whom to call in danger: the end of a sentence, in the practice's words, in each language. */
    crisisLine: jsonb("crisis_line").$type<Record<"en" | "es", string>>().notNull(),
    /** Between these times of day no mail leaves that can wait; null: there is no such time. */
    quietFrom: time("quiet_from").default("21:00"),
    quietUntil: time("quiet_until").default("08:00"),
    /** Days between two words about the same question, and how many reminders a needed text gets at most. */
    reminderDays: integer("reminder_days").notNull().default(7),
    mostReminders: integer("most_reminders").notNull().default(3),
    /** So many days before an answer ends the question is put again. */
    renewalDays: integer("renewal_days").notNull().default(30),
    /** Minutes in which asking several people can still be stopped. */
    stopMinutes: integer("stop_minutes").notNull().default(10),
    recordingAfterMeeting: boolean("recording_after_meeting").notNull().default(true),
    publishesTexts: boolean("publishes_texts").notNull().default(false),
    /** No patient is put on a video service that has signed no agreement with the practice. */
    requiresVendorAgreement: boolean("requires_vendor_agreement").notNull().default(true),
    /** Days within which a wish to meet another way is to be answered. */
    platformAnswerDays: integer("platform_answer_days").notNull().default(3),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "practices_pk", columns: [t.practiceId, t.id] }),
    unique("practices_one_row").on(t.practiceId),
    check("practices_id_is_practice", sql`${t.id} = ${t.practiceId}`),
  ],
);

export const staffMembers = pgTable(
  "staff_members",
  {
    ...tenantColumns(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    joinedAt: moment("joined_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "staff_members_pk", columns: [t.practiceId, t.id] }),
    refers("staff_members_practice_fk", [t.practiceId], [practices.practiceId]),
    unique("staff_members_email").on(t.practiceId, t.email),
  ],
);

/** A role somebody holds in the practice, from when until when. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    ...tenantColumns(),
    staffId: uuid("staff_id").notNull(),
    role: staffRole("role").notNull(),
    grantedAt: moment("granted_at").notNull(),
    grantedBy: uuid("granted_by"),
    endedAt: moment("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    primaryKey({ name: "staff_roles_pk", columns: [t.practiceId, t.id] }),
    refers("staff_roles_staff_fk", [t.staffId], staffMembers),
    uniqueIndex("staff_roles_one_open").on(t.practiceId, t.staffId, t.role).where(sql`ended_at is null`),
  ],
);

/** The key a practice seals its documents with; the private half is encrypted with the master key. */
export const sealKeys = pgTable(
  "seal_keys",
  {
    ...tenantColumns(),
    certificate: bytes("certificate").notNull(),
    privateKey: bytes("private_key").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "seal_keys_pk", columns: [t.practiceId, t.id] }),
    refers("seal_keys_practice_fk", [t.practiceId], [practices.practiceId]),
  ],
);

export type Practice = typeof practices.$inferSelect;
export type StaffMember = typeof staffMembers.$inferSelect;
