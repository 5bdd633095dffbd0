/** A room is the meeting of one patient or one group on one platform. Every meeting id has one owner, for good. */
import { sql } from "drizzle-orm";
import { boolean, check, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { groups } from "./groups";
import { patients } from "./patients";
import { platforms } from "./platforms";
import { staffMembers } from "./practices";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

/** Whose a meeting id is: a patient's, a group's, or a therapist's personal one that no patient is ever given. */
export const meetings = pgTable(
  "meetings",
  {
    ...tenantColumns(),
    /** One spelling for all: digits alone, or host and path of a link in small letters. */
    key: text("key").notNull(),
    patientId: uuid("patient_id"),
    groupId: uuid("group_id"),
    staffId: uuid("staff_id"),
    notedAt: moment("noted_at").notNull(),
    notedBy: uuid("noted_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "meetings_pk", columns: [t.practiceId, t.id] }),
    refers("meetings_patient_fk", [t.patientId], patients),
    refers("meetings_group_fk", [t.groupId], groups),
    refers("meetings_staff_fk", [t.staffId], staffMembers),
    unique("meetings_key").on(t.practiceId, t.key),
    unique("meetings_of_patient").on(t.practiceId, t.id, t.patientId),
    unique("meetings_of_group").on(t.practiceId, t.id, t.groupId),
    check("meetings_of_one", sql`num_nonnulls(${t.patientId}, ${t.groupId}, ${t.staffId}) = 1`),
    check(
      "meetings_one_spelling",
      sql`${t.key} ~ '^([0-9]{6,20}|[a-z0-9.-]+(:[0-9]+)?/[^[:space:]?#]+)$' and ${t.key} = lower(${t.key})`,
    ),
  ],
);

export const rooms = pgTable(
  "rooms",
  {
    ...tenantColumns(),
    platformId: uuid("platform_id").notNull(),
    meetingId: uuid("meeting_id").notNull(),
    patientId: uuid("patient_id"),
    groupId: uuid("group_id"),
    /** What is pressed to join, and what is typed: both let somebody in, so both are sealed. */
    sealedLink: bytes("sealed_link"),
    sealedPasscode: bytes("sealed_passcode"),
    hasWaitingRoom: boolean("has_waiting_room").notNull(),
    assignedAt: moment("assigned_at").notNull(),
    assignedBy: uuid("assigned_by").notNull(),
    endedAt: moment("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    primaryKey({ name: "rooms_pk", columns: [t.practiceId, t.id] }),
    refers("rooms_platform_fk", [t.platformId], platforms),
    refers("rooms_patient_meeting_fk", [t.meetingId, t.patientId], [meetings.id, meetings.patientId]),
    refers("rooms_group_meeting_fk", [t.meetingId, t.groupId], [meetings.id, meetings.groupId]),
    refers("rooms_assigned_by_fk", [t.assignedBy], staffMembers),
    check("rooms_of_one", sql`num_nonnulls(${t.patientId}, ${t.groupId}) = 1`),
    uniqueIndex("rooms_one_of_patient")
      .on(t.practiceId, t.platformId, t.patientId)
      .where(sql`ended_at is null and patient_id is not null`),
    uniqueIndex("rooms_one_of_group")
      .on(t.practiceId, t.platformId, t.groupId)
      .where(sql`ended_at is null and group_id is not null`),
  ],
);

export type Room = typeof rooms.$inferSelect;
