/** A wish is to meet another way, by a patient or the practice: what was answered, what was read, and how it ended are facts beside it. */
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
import { language, patients } from "./patients";
import { platforms } from "./platforms";
import { staffMembers } from "./practices";
import { signatures } from "./signatures";
import { actorColumns, bytes, moment, refers, tenantColumns } from "./tenancy";

export const platformWish = pgEnum("platform_wish", ["platform", "something-else", "not-sure"]);
export const platformDecision = pgEnum("platform_decision", ["yes", "trial", "talk", "not-possible"]);
export const platformHindrance = pgEnum("platform_hindrance", [
  "no-agreement",
  "not-offered",
  "needs-picture",
  "not-private-enough",
  "law-or-insurer",
  "own-words",
]);
export const wishEnd = pgEnum("wish_end", ["taken-back", "declined", "gone-back", "kept"]);
export const acknowledgementKind = pgEnum("acknowledgement_kind", ["signed", "explained"]);

export const wishes = pgTable(
  "wishes",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    wish: platformWish("wish").notNull(),
    /** The one that was named; null for something else, or not sure. */
    platformId: uuid("platform_id"),
    /** "Something else" in their words, and the reason if they gave one. */
    sealedOther: bytes("sealed_other"),
    sealedReason: bytes("sealed_reason"),
    wantedAt: moment("wanted_at").notNull(),
    ...actorColumns(),
  },
  (t) => [
    primaryKey({ name: "wishes_pk", columns: [t.practiceId, t.id] }),
    refers("wishes_patient_fk", [t.patientId], patients),
    refers("wishes_platform_fk", [t.platformId], platforms),
    refers("wishes_staff_fk", [t.byStaff], staffMembers),
    unique("wishes_subject").on(t.practiceId, t.id, t.patientId),
    check("wishes_name_one", sql`(${t.wish} = 'platform') = (${t.platformId} is not null)`),
    index("wishes_of_patient").on(t.practiceId, t.patientId, t.wantedAt),
  ],
);

/** What the therapist says to it. "Talk" is followed by another; any other is the last. */
export const wishAnswers = pgTable(
  "wish_answers",
  {
    ...tenantColumns(),
    wishId: uuid("wish_id").notNull(),
    decision: platformDecision("decision").notNull(),
    /** What they would meet on; null while it is talked about, or not possible. */
    platformId: uuid("platform_id"),
    fromOn: date("from_on", { mode: "string" }),
    /** The last day of a trial. */
    trialUntil: date("trial_until", { mode: "string" }),
    reviewOn: date("review_on", { mode: "string" }),
    hindrance: platformHindrance("hindrance"),
    sealedWords: bytes("sealed_words"),
    wordsLanguage: language("words_language"),
    answeredAt: moment("answered_at").notNull(),
    answeredBy: uuid("answered_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "wish_answers_pk", columns: [t.practiceId, t.id] }),
    refers("wish_answers_wish_fk", [t.wishId], wishes),
    refers("wish_answers_platform_fk", [t.platformId], platforms),
    refers("wish_answers_staff_fk", [t.answeredBy], staffMembers),
    uniqueIndex("wish_answers_one_final").on(t.practiceId, t.wishId).where(sql`decision <> 'talk'`),
    check(
      "wish_answers_agree_on_one",
      sql`(${t.decision} in ('yes', 'trial')) = (${t.platformId} is not null and ${t.fromOn} is not null)`,
    ),
    check(
      "wish_answers_trial_ends",
      sql`(${t.decision} = 'trial') = (${t.trialUntil} is not null) and ${t.trialUntil} >= ${t.fromOn}`,
    ),
    check("wish_answers_say_why", sql`(${t.decision} = 'not-possible') = (${t.hindrance} is not null)`),
    index("wish_answers_of_wish").on(t.practiceId, t.wishId, t.answeredAt),
  ],
);

/** The patient knows what is different there: signed, or explained to them aloud. The text is kept as they were shown it. */
export const acknowledgements = pgTable(
  "acknowledgements",
  {
    ...tenantColumns(),
    wishId: uuid("wish_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    kind: acknowledgementKind("kind").notNull(),
    /** The day of the appointment in which it was explained. */
    explainedOn: date("explained_on", { mode: "string" }),
    language: language("language").notNull(),
    title: text("title").notNull(),
    inShort: text("in_short").notNull(),
    body: text("body").notNull(),
    /** What the one thing that is acknowledged says. */
    statement: text("statement").notNull(),
    textSha256: text("text_sha256").notNull(),
    acknowledgedAt: moment("acknowledged_at").notNull(),
    ...actorColumns(),
  },
  (t) => [
    primaryKey({ name: "acknowledgements_pk", columns: [t.practiceId, t.id] }),
    refers("acknowledgements_signature_fk", [t.id, t.patientId], [signatures.id, signatures.patientId]),
    refers("acknowledgements_wish_fk", [t.wishId, t.patientId], [wishes.id, wishes.patientId]),
    refers("acknowledgements_staff_fk", [t.byStaff], staffMembers),
    unique("acknowledgements_once").on(t.practiceId, t.wishId),
    check(
      "acknowledgements_explained_by_staff",
      sql`(${t.kind} = 'explained') = (${t.explainedOn} is not null and ${t.byStaff} is not null)`,
    ),
    index("acknowledgements_of_patient").on(t.practiceId, t.patientId),
  ],
);

/** Taken back by whoever wished it, declined by the other side, gone back from, or kept after its trial: each once. */
export const wishEndings = pgTable(
  "wish_endings",
  {
    ...tenantColumns(),
    wishId: uuid("wish_id").notNull(),
    kind: wishEnd("kind").notNull(),
    endedAt: moment("ended_at").notNull(),
    ...actorColumns(),
  },
  (t) => [
    primaryKey({ name: "wish_endings_pk", columns: [t.practiceId, t.id] }),
    refers("wish_endings_wish_fk", [t.wishId], wishes),
    refers("wish_endings_staff_fk", [t.byStaff], staffMembers),
    unique("wish_endings_once").on(t.practiceId, t.wishId, t.kind),
  ],
);

/** For the next appointment alone, at once and without anybody's leave: the phone, or in person. */
export const nextAppointmentChoices = pgTable(
  "next_appointment_choices",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    platformId: uuid("platform_id").notNull(),
    chosenAt: moment("chosen_at").notNull(),
    ...actorColumns(),
    /** It took place, or was let be. */
    endedAt: moment("ended_at"),
    endedBy: uuid("ended_by"),
  },
  (t) => [
    primaryKey({ name: "next_appointment_choices_pk", columns: [t.practiceId, t.id] }),
    refers("next_appointment_choices_patient_fk", [t.patientId], patients),
    refers("next_appointment_choices_platform_fk", [t.platformId], platforms),
    uniqueIndex("next_appointment_choices_one_open")
      .on(t.practiceId, t.patientId)
      .where(sql`ended_at is null`),
  ],
);

export type Wish = typeof wishes.$inferSelect;
