/** A disclosure is a text family the practice gives out; its versions never change once published. */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { language } from "./patients";
import { practices } from "./practices";
import { moment, tenantColumns } from "./tenancy";

export const disclosureKind = pgEnum("disclosure_kind", [
  "privacy-notice",
  "platform-disclosure",
  "recording-consent",
  "video-sharing-consent",
  "email-risk",
  "electronic-records-consent",
  "platform-trade-off",
  "ai-transcription",
  "authorization",
]);
export const versionChange = pgEnum("version_change", ["material", "editorial"]);

export const disclosures = pgTable(
  "disclosures",
  {
    ...tenantColumns(),
    kind: disclosureKind("kind").notNull(),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    primaryKey({ name: "disclosures_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "disclosures_practice_fk",
      columns: [t.practiceId],
      foreignColumns: [practices.practiceId],
    }),
    unique("disclosures_key").on(t.practiceId, t.key),
  ],
);

/** One numbered, published state of a disclosure. A material one asks again; earlier answers count until the stated time. */
export const versions = pgTable(
  "versions",
  {
    ...tenantColumns(),
    disclosureId: uuid("disclosure_id").notNull(),
    number: integer("number").notNull(),
    change: versionChange("change").notNull(),
    effectiveFrom: moment("effective_from").notNull(),
    earlierAnswersUntil: moment("earlier_answers_until"),
    publishedAt: moment("published_at").notNull(),
    publishedBy: uuid("published_by"),
  },
  (t) => [
    primaryKey({ name: "versions_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "versions_disclosure_fk",
      columns: [t.practiceId, t.disclosureId],
      foreignColumns: [disclosures.practiceId, disclosures.id],
    }),
    unique("versions_number").on(t.practiceId, t.disclosureId, t.number),
    unique("versions_of_disclosure").on(t.practiceId, t.disclosureId, t.id),
    check("versions_number_from_one", sql`${t.number} >= 1`),
  ],
);

/** What a version says in one language, and the fingerprint of exactly that. */
export const versionTexts = pgTable(
  "version_texts",
  {
    ...tenantColumns(),
    versionId: uuid("version_id").notNull(),
    language: language("language").notNull(),
    title: text("title").notNull(),
    inShort: text("in_short").notNull(),
    body: text("body").notNull(),
    changeSummary: text("change_summary"),
    textSha256: text("text_sha256").notNull(),
  },
  (t) => [
    primaryKey({ name: "version_texts_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "version_texts_version_fk",
      columns: [t.practiceId, t.versionId],
      foreignColumns: [versions.practiceId, versions.id],
    }),
    unique("version_texts_language").on(t.practiceId, t.versionId, t.language),
  ],
);

/** One thing in a version that takes an answer of its own. Required means "must be answered", never "must be yes". */
export const items = pgTable(
  "items",
  {
    ...tenantColumns(),
    versionId: uuid("version_id").notNull(),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    required: boolean("required").notNull(),
  },
  (t) => [
    primaryKey({ name: "items_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "items_version_fk",
      columns: [t.practiceId, t.versionId],
      foreignColumns: [versions.practiceId, versions.id],
    }),
    unique("items_key").on(t.practiceId, t.versionId, t.key),
    unique("items_position").on(t.practiceId, t.versionId, t.position),
    unique("items_of_version").on(t.practiceId, t.versionId, t.id),
  ],
);

export const itemTexts = pgTable(
  "item_texts",
  {
    ...tenantColumns(),
    itemId: uuid("item_id").notNull(),
    language: language("language").notNull(),
    label: text("label").notNull(),
    whatFor: text("what_for").notNull(),
    whoSees: text("who_sees").notNull(),
    where: text("where_kept").notNull(),
    until: text("until_when").notNull(),
    copy: text("your_copy").notNull(),
  },
  (t) => [
    primaryKey({ name: "item_texts_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "item_texts_item_fk",
      columns: [t.practiceId, t.itemId],
      foreignColumns: [items.practiceId, items.id],
    }),
    unique("item_texts_language").on(t.practiceId, t.itemId, t.language),
  ],
);

export type Disclosure = typeof disclosures.$inferSelect;
export type Version = typeof versions.$inferSelect;
export type VersionText = typeof versionTexts.$inferSelect;
export type DisclosureKind = (typeof disclosureKind.enumValues)[number];
