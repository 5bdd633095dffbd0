/** A disclosure is a text family the practice gives out; its versions never change once published. */
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { language } from "./patients";
import { practices, staffMembers } from "./practices";
import { moment, refers, tenantColumns } from "./tenancy";

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
export const disclosureAudience = pgEnum("disclosure_audience", [
  "everyone",
  "on-video",
  "recorded",
  "by-hand",
]);

export const disclosures = pgTable(
  "disclosures",
  {
    ...tenantColumns(),
    kind: disclosureKind("kind").notNull(),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    /** Who needs it, and so counts as not asked until they are. */
    audience: disclosureAudience("audience").notNull().default("everyone"),
    createdAt: moment("created_at").notNull(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    primaryKey({ name: "disclosures_pk", columns: [t.practiceId, t.id] }),
    refers("disclosures_practice_fk", [t.practiceId], [practices.practiceId]),
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
    /** An answer to it counts for so many months; null: until it is taken back. */
    answersLastMonths: integer("answers_last_months"),
    reviewBy: date("review_by", { mode: "string" }),
    publishedAt: moment("published_at").notNull(),
    publishedBy: uuid("published_by"),
    /** Where it says word for word what the one before it said: whoever was shown that is not asked anew. */
    sameIn: language("same_in").array().notNull().default([]),
  },
  (t) => [
    primaryKey({ name: "versions_pk", columns: [t.practiceId, t.id] }),
    refers("versions_disclosure_fk", [t.disclosureId], disclosures),
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
    /** Two sentences to speak when asking; patients do not read them. */
    sayAloud: text("say_aloud"),
    textSha256: text("text_sha256").notNull(),
  },
  (t) => [
    primaryKey({ name: "version_texts_pk", columns: [t.practiceId, t.id] }),
    refers("version_texts_version_fk", [t.versionId], versions),
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
    /** As facts, what the text says in words: who of outside sees it, how many, and whether the patient gets a copy. */
    leavesPractice: boolean("leaves_practice"),
    mostViewers: integer("most_viewers"),
    copyForPatient: boolean("copy_for_patient"),
  },
  (t) => [
    primaryKey({ name: "items_pk", columns: [t.practiceId, t.id] }),
    refers("items_version_fk", [t.versionId], versions),
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
    refers("item_texts_item_fk", [t.itemId], items),
    unique("item_texts_language").on(t.practiceId, t.itemId, t.language),
  ],
);

/** The practice gives it out no longer: nobody is asked any more, and everything stays readable. */
export const retirements = pgTable(
  "retirements",
  {
    ...tenantColumns(),
    disclosureId: uuid("disclosure_id").notNull(),
    retiredAt: moment("retired_at").notNull(),
    retiredBy: uuid("retired_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "retirements_pk", columns: [t.practiceId, t.id] }),
    refers("retirements_disclosure_fk", [t.disclosureId], disclosures),
    unique("retirements_once").on(t.practiceId, t.disclosureId),
  ],
);

/** Whether a new patient is usually asked about it. The last choice counts; without one they are not. */
export const usualTextChoices = pgTable(
  "usual_text_choices",
  {
    ...tenantColumns(),
    disclosureId: uuid("disclosure_id").notNull(),
    isUsual: boolean("is_usual").notNull(),
    chosenAt: moment("chosen_at").notNull(),
    chosenBy: uuid("chosen_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "usual_text_choices_pk", columns: [t.practiceId, t.id] }),
    refers("usual_text_choices_disclosure_fk", [t.disclosureId], disclosures),
    refers("usual_text_choices_chosen_by_fk", [t.chosenBy], staffMembers),
    index("usual_text_choices_of_disclosure").on(t.practiceId, t.disclosureId, t.chosenAt),
  ],
);

export type Disclosure = typeof disclosures.$inferSelect;
export type Version = typeof versions.$inferSelect;
export type VersionText = typeof versionTexts.$inferSelect;
export type Item = typeof items.$inferSelect;
export type DisclosureKind = (typeof disclosureKind.enumValues)[number];
