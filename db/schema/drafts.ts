/** A draft is the next version while it is being written: the one thing of a disclosure that is overwritten, and goes when it is published. */
import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { disclosures } from "./disclosures";
import { language } from "./patients";
import { staffMembers } from "./practices";
import { bytes, moment, refers, tenantColumns } from "./tenancy";

export const drafts = pgTable(
  "drafts",
  {
    ...tenantColumns(),
    disclosureId: uuid("disclosure_id").notNull(),
    /** Counts what was saved, so that nobody overwrites what they have not seen. */
    revision: integer("revision").notNull(),
    content: jsonb("content").$type<unknown>().notNull(),
    begunAt: moment("begun_at").notNull(),
    begunBy: uuid("begun_by").notNull(),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "drafts_pk", columns: [t.practiceId, t.id] }),
    refers("drafts_disclosure_fk", [t.disclosureId], disclosures),
    refers("drafts_saved_by_fk", [t.savedBy], staffMembers),
    unique("drafts_one_per_disclosure").on(t.practiceId, t.disclosureId),
  ],
);

/** A draft as it would look on paper, asked for and then drawn by the worker; it goes with its draft. */
export const draftPreviews = pgTable(
  "draft_previews",
  {
    ...tenantColumns(),
    draftId: uuid("draft_id").notNull(),
    language: language("language").notNull(),
    /** Which text was asked for, and then which was drawn. */
    revision: integer("revision").notNull(),
    askedAt: moment("asked_at").notNull(),
    drawnAt: moment("drawn_at"),
    pdf: bytes("pdf"),
    /** Why it cannot be published so, as `paperFault` reads it: what cannot be drawn, or where its copy would differ. */
    fault: text("fault"),
  },
  (t) => [
    primaryKey({ name: "draft_previews_pk", columns: [t.practiceId, t.id] }),
    refers("draft_previews_draft_fk", [t.draftId], drafts).onDelete("cascade"),
    unique("draft_previews_one_per_language").on(t.practiceId, t.draftId, t.language),
    index("draft_previews_undrawn").on(t.askedAt).where(sql`drawn_at is null`),
  ],
);

/** Somebody who knows the language read exactly this text; another letter, and nobody has. */
export const translationReviews = pgTable(
  "translation_reviews",
  {
    ...tenantColumns(),
    disclosureId: uuid("disclosure_id").notNull(),
    language: language("language").notNull(),
    textSha256: text("text_sha256").notNull(),
    reviewer: text("reviewer").notNull(),
    reviewedAt: moment("reviewed_at").notNull(),
    notedBy: uuid("noted_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "translation_reviews_pk", columns: [t.practiceId, t.id] }),
    refers("translation_reviews_disclosure_fk", [t.disclosureId], disclosures),
    refers("translation_reviews_noted_by_fk", [t.notedBy], staffMembers),
    unique("translation_reviews_once").on(t.practiceId, t.disclosureId, t.language, t.textSha256),
  ],
);

/** Somebody said that a text needs no change although English changed: for exactly these two texts. */
export const keptTranslations = pgTable(
  "kept_translations",
  {
    ...tenantColumns(),
    disclosureId: uuid("disclosure_id").notNull(),
    language: language("language").notNull(),
    textSha256: text("text_sha256").notNull(),
    englishSha256: text("english_sha256").notNull(),
    notedAt: moment("noted_at").notNull(),
    notedBy: uuid("noted_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "kept_translations_pk", columns: [t.practiceId, t.id] }),
    refers("kept_translations_disclosure_fk", [t.disclosureId], disclosures),
    refers("kept_translations_noted_by_fk", [t.notedBy], staffMembers),
    unique("kept_translations_once").on(
      t.practiceId,
      t.disclosureId,
      t.language,
      t.textSha256,
      t.englishSha256,
    ),
  ],
);
