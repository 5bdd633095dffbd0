/** A placement says what one patient or group meets on, from when and until when; without one it is the practice's own. */
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { groups } from "./groups";
import { patients } from "./patients";
import { platformRequests } from "./platform-requests";
import { platforms } from "./platforms";
import { staffMembers } from "./practices";
import { actorColumns, moment, tenantColumns } from "./tenancy";

export const placementOrigin = pgEnum("placement_origin", ["request", "exception", "staff", "back"]);

export const placements = pgTable(
  "placements",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id"),
    groupId: uuid("group_id"),
    /** Null: from then on whatever the practice meets on. */
    platformId: uuid("platform_id"),
    /** The first moment it counts, and of a trial the first it counts no longer. */
    since: moment("since").notNull(),
    until: moment("until"),
    origin: placementOrigin("origin").notNull(),
    requestId: uuid("request_id"),
    placedAt: moment("placed_at").notNull(),
    ...actorColumns(),
  },
  (t) => [
    primaryKey({ name: "placements_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "placements_patient_fk",
      columns: [t.practiceId, t.patientId],
      foreignColumns: [patients.practiceId, patients.id],
    }),
    foreignKey({
      name: "placements_group_fk",
      columns: [t.practiceId, t.groupId],
      foreignColumns: [groups.practiceId, groups.id],
    }),
    foreignKey({
      name: "placements_platform_fk",
      columns: [t.practiceId, t.platformId],
      foreignColumns: [platforms.practiceId, platforms.id],
    }),
    foreignKey({
      name: "placements_request_fk",
      columns: [t.practiceId, t.requestId, t.patientId],
      foreignColumns: [platformRequests.practiceId, platformRequests.id, platformRequests.patientId],
    }),
    foreignKey({
      name: "placements_staff_fk",
      columns: [t.practiceId, t.byStaff],
      foreignColumns: [staffMembers.practiceId, staffMembers.id],
    }),
    unique("placements_once_a_request").on(t.practiceId, t.requestId, t.origin),
    check("placements_of_one", sql`num_nonnulls(${t.patientId}, ${t.groupId}) = 1`),
    check("placements_end_after_they_begin", sql`${t.until} > ${t.since}`),
    index("placements_of_patient").on(t.practiceId, t.patientId, t.placedAt),
    index("placements_of_group").on(t.practiceId, t.groupId, t.placedAt),
  ],
);

export type Placement = typeof placements.$inferSelect;
