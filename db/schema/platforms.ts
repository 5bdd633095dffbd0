/** A platform is a way to hold appointments: a video service, the phone, in person. What is known about it are dated, sourced facts beside it. */
import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { patients } from "./patients";
import { practices, staffMembers } from "./practices";
import { actorColumns, moment, refers, tenantColumns } from "./tenancy";

export const platformKind = pgEnum("platform_kind", ["video", "phone", "in-person"]);
export const platformFactKey = pgEnum("platform_fact_key", [
  "account-needed",
  "in-browser",
  "end-to-end-encryption",
  "recording",
  "vendor-agreement",
  "content-use",
  "guest-tracking",
  "outside-scrutiny",
  "cost",
  "dial-in",
  "quality",
  "ease",
]);
export const platformFactValue = pgEnum("platform_fact_value", [
  "yes",
  "no",
  "partly",
  "good",
  "fair",
  "poor",
  "unknown",
]);
export const platformFactSource = pgEnum("platform_fact_source", [
  "checked",
  "vendor",
  "opinion",
  "experience",
  "unknown",
]);
export const troubleKind = pgEnum("trouble_kind", [
  "could-not-get-in",
  "sound-poor",
  "picture-poor",
  "line-dropped",
]);

export const platforms = pgTable(
  "platforms",
  {
    ...tenantColumns(),
    kind: platformKind("kind").notNull(),
    /** As the service calls itself; phone and in person are named by their kind in each language. */
    name: text("name").notNull(),
    addedAt: moment("added_at").notNull(),
    addedBy: uuid("added_by"),
  },
  (t) => [
    primaryKey({ name: "platforms_pk", columns: [t.practiceId, t.id] }),
    refers("platforms_practice_fk", [t.practiceId], [practices.practiceId]),
    refers("platforms_added_by_fk", [t.addedBy], staffMembers),
    uniqueIndex("platforms_name").on(t.practiceId, sql`lower(${t.name})`),
    uniqueIndex("platforms_one_without_video").on(t.practiceId, t.kind).where(sql`kind <> 'video'`),
  ],
);

/** The practice stopped using it, and why; until it came back to it. */
export const platformLeavings = pgTable(
  "platform_leavings",
  {
    ...tenantColumns(),
    platformId: uuid("platform_id").notNull(),
    why: text("why").notNull(),
    leftAt: moment("left_at").notNull(),
    leftBy: uuid("left_by").notNull(),
    returnedAt: moment("returned_at"),
    returnedBy: uuid("returned_by"),
  },
  (t) => [
    primaryKey({ name: "platform_leavings_pk", columns: [t.practiceId, t.id] }),
    refers("platform_leavings_platform_fk", [t.platformId], platforms),
    refers("platform_leavings_staff_fk", [t.leftBy], staffMembers),
    uniqueIndex("platform_leavings_one_open").on(t.practiceId, t.platformId).where(sql`returned_at is null`),
  ],
);

/** One dated, sourced statement about a platform. The latest of a key is what is known; earlier ones stay. */
export const platformFacts = pgTable(
  "platform_facts",
  {
    ...tenantColumns(),
    platformId: uuid("platform_id").notNull(),
    key: platformFactKey("key").notNull(),
    value: platformFactValue("value").notNull(),
    /** What the value leaves out, in each language it was written in. */
    words: jsonb("words").$type<Partial<Record<"en" | "es", string>>>(),
    source: platformFactSource("source").notNull(),
    /** Whose opinion it is. */
    sourceName: text("source_name"),
    link: text("link"),
    checkedOn: date("checked_on", { mode: "string" }).notNull(),
    /** The last day it holds, as with an agreement that ends. */
    goodUntil: date("good_until", { mode: "string" }),
    notedAt: moment("noted_at").notNull(),
    notedBy: uuid("noted_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "platform_facts_pk", columns: [t.practiceId, t.id] }),
    refers("platform_facts_platform_fk", [t.platformId], platforms),
    refers("platform_facts_noted_by_fk", [t.notedBy], staffMembers),
    check("platform_facts_unknown_is_unknown", sql`(${t.value} = 'unknown') = (${t.source} = 'unknown')`),
    check(
      "platform_facts_opinion_of_somebody",
      sql`(${t.source} = 'opinion') = (${t.sourceName} is not null)`,
    ),
    index("platform_facts_of_platform").on(t.practiceId, t.platformId, t.key, t.notedAt),
  ],
);

/** From then on the practice meets this way, unless something else was agreed with somebody. */
export const platformDefaults = pgTable(
  "platform_defaults",
  {
    ...tenantColumns(),
    platformId: uuid("platform_id").notNull(),
    effectiveFrom: moment("effective_from").notNull(),
    setAt: moment("set_at").notNull(),
    setBy: uuid("set_by"),
  },
  (t) => [
    primaryKey({ name: "platform_defaults_pk", columns: [t.practiceId, t.id] }),
    refers("platform_defaults_platform_fk", [t.platformId], platforms),
    refers("platform_defaults_set_by_fk", [t.setBy], staffMembers),
  ],
);

/** Something did not work in an appointment, noted by either side. */
export const troubleReports = pgTable(
  "trouble_reports",
  {
    ...tenantColumns(),
    platformId: uuid("platform_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    kind: troubleKind("kind").notNull(),
    reportedAt: moment("reported_at").notNull(),
    ...actorColumns(),
  },
  (t) => [
    primaryKey({ name: "trouble_reports_pk", columns: [t.practiceId, t.id] }),
    refers("trouble_reports_platform_fk", [t.platformId], platforms),
    refers("trouble_reports_patient_fk", [t.patientId], patients),
    refers("trouble_reports_staff_fk", [t.byStaff], staffMembers),
    index("trouble_reports_of_platform").on(t.practiceId, t.platformId, t.reportedAt),
    index("trouble_reports_of_patient").on(t.practiceId, t.patientId, t.reportedAt),
  ],
);

export type Platform = typeof platforms.$inferSelect;
