/** A group is a couple, a family or a therapy group: patients who meet together, each from one day until another. */
import { sql } from "drizzle-orm";
import {
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
import { patients } from "./patients";
import { practices, staffMembers } from "./practices";
import { moment, refers, tenantColumns } from "./tenancy";

export const groupKind = pgEnum("group_kind", ["couple", "family", "therapy-group"]);

export const groups = pgTable(
  "groups",
  {
    ...tenantColumns(),
    kind: groupKind("kind").notNull(),
    /** As its members know it. */
    name: text("name").notNull(),
    treatingStaffId: uuid("treating_staff_id").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: uuid("made_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "groups_pk", columns: [t.practiceId, t.id] }),
    refers("groups_practice_fk", [t.practiceId], [practices.practiceId]),
    refers("groups_treating_staff_fk", [t.treatingStaffId], staffMembers),
  ],
);

export const groupEndings = pgTable(
  "group_endings",
  {
    ...tenantColumns(),
    groupId: uuid("group_id").notNull(),
    endedAt: moment("ended_at").notNull(),
    endedBy: uuid("ended_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "group_endings_pk", columns: [t.practiceId, t.id] }),
    refers("group_endings_group_fk", [t.groupId], groups),
    unique("group_endings_once").on(t.practiceId, t.groupId),
  ],
);

/** One patient in one group, from the day they joined until the last day they belonged. */
export const groupMembers = pgTable(
  "group_members",
  {
    ...tenantColumns(),
    groupId: uuid("group_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    joinedOn: date("joined_on", { mode: "string" }).notNull(),
    joinedNotedAt: moment("joined_noted_at").notNull(),
    joinedNotedBy: uuid("joined_noted_by").notNull(),
    leftOn: date("left_on", { mode: "string" }),
    leftNotedAt: moment("left_noted_at"),
    leftNotedBy: uuid("left_noted_by"),
  },
  (t) => [
    primaryKey({ name: "group_members_pk", columns: [t.practiceId, t.id] }),
    refers("group_members_group_fk", [t.groupId], groups),
    refers("group_members_patient_fk", [t.patientId], patients),
    uniqueIndex("group_members_once")
      .on(t.practiceId, t.groupId, t.patientId)
      .where(sql`left_noted_at is null`),
    check("group_members_leave_after_joining", sql`${t.leftOn} >= ${t.joinedOn}`),
    check(
      "group_members_left_is_noted",
      sql`num_nonnulls(${t.leftOn}, ${t.leftNotedAt}, ${t.leftNotedBy}) in (0, 3)`,
    ),
    index("group_members_of_patient").on(t.practiceId, t.patientId),
  ],
);

export type Group = typeof groups.$inferSelect;
