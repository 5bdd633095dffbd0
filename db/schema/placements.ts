/** A placement says what one patient or group meets on, from when and until when; without one it is the practice's own. */
import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { groups } from "./groups";
import { patients } from "./patients";
import { platforms } from "./platforms";
import { staffMembers } from "./practices";
import { actorColumns, moment, refers, tenantColumns } from "./tenancy";
import { wishes } from "./wishes";

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
    wishId: uuid("wish_id"),
    placedAt: moment("placed_at").notNull(),
    ...actorColumns(),
  },
  (t) => [
    primaryKey({ name: "placements_pk", columns: [t.practiceId, t.id] }),
    refers("placements_patient_fk", [t.patientId], patients),
    refers("placements_group_fk", [t.groupId], groups),
    refers("placements_platform_fk", [t.platformId], platforms),
    refers("placements_wish_fk", [t.wishId, t.patientId], [wishes.id, wishes.patientId]),
    refers("placements_staff_fk", [t.byStaff], staffMembers),
    unique("placements_once_a_wish").on(t.practiceId, t.wishId, t.origin),
    check("placements_of_one", sql`num_nonnulls(${t.patientId}, ${t.groupId}) = 1`),
    check("placements_end_after_they_begin", sql`${t.until} > ${t.since}`),
    index("placements_of_patient").on(t.practiceId, t.patientId, t.placedAt),
    index("placements_of_group").on(t.practiceId, t.groupId, t.placedAt),
  ],
);

export type Placement = typeof placements.$inferSelect;
