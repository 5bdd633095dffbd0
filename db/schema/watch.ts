/** A watch entry is something that changed outside the practice: a service's terms, a law. What was concluded is a fact beside it. */
import { date, index, jsonb, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { disclosures } from "./disclosures";
import { practices, staffMembers } from "./practices";
import { moment, refers, tenantColumns } from "./tenancy";

export const watchConclusion = pgEnum("watch_conclusion", ["no-change", "new-text", "stop"]);

export const watchEntries = pgTable(
  "watch_entries",
  {
    ...tenantColumns(),
    /** Who or what changed: "Zoom". */
    subject: text("subject").notNull(),
    what: text("what").notNull(),
    link: text("link"),
    changedOn: date("changed_on", { mode: "string" }).notNull(),
    notedAt: moment("noted_at").notNull(),
    notedBy: uuid("noted_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "watch_entries_pk", columns: [t.practiceId, t.id] }),
    refers("watch_entries_practice_fk", [t.practiceId], [practices.practiceId]),
    refers("watch_entries_noted_by_fk", [t.notedBy], staffMembers),
    index("watch_entries_by_day").on(t.practiceId, t.changedOn),
  ],
);

/** The texts it touches. */
export const watchEntryTexts = pgTable(
  "watch_entry_texts",
  {
    ...tenantColumns(),
    entryId: uuid("entry_id").notNull(),
    disclosureId: uuid("disclosure_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "watch_entry_texts_pk", columns: [t.practiceId, t.id] }),
    refers("watch_entry_texts_entry_fk", [t.entryId], watchEntries),
    refers("watch_entry_texts_disclosure_fk", [t.disclosureId], disclosures),
    unique("watch_entry_texts_once").on(t.practiceId, t.entryId, t.disclosureId),
  ],
);

export const watchConclusions = pgTable(
  "watch_conclusions",
  {
    ...tenantColumns(),
    entryId: uuid("entry_id").notNull(),
    conclusion: watchConclusion("conclusion").notNull(),
    note: text("note"),
    /** A sentence patients can read, in each language it was written in. */
    forPatients: jsonb("for_patients").$type<Partial<Record<"en" | "es", string>>>(),
    concludedAt: moment("concluded_at").notNull(),
    concludedBy: uuid("concluded_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "watch_conclusions_pk", columns: [t.practiceId, t.id] }),
    refers("watch_conclusions_entry_fk", [t.entryId], watchEntries),
    refers("watch_conclusions_by_fk", [t.concludedBy], staffMembers),
    unique("watch_conclusions_once").on(t.practiceId, t.entryId),
  ],
);
