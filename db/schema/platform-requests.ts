/** A platform request is somebody's wish to meet another way: what was answered, what was read, and how it ended are facts beside it. */
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
export const platformRequestEnd = pgEnum("platform_request_end", [
  "taken-back",
  "declined",
  "gone-back",
  "kept",
]);
export const acknowledgementKind = pgEnum("acknowledgement_kind", ["signed", "explained"]);

export const platformRequests = pgTable(
  "platform_requests",
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
    primaryKey({ name: "platform_requests_pk", columns: [t.practiceId, t.id] }),
    refers("platform_requests_patient_fk", [t.patientId], patients),
    refers("platform_requests_platform_fk", [t.platformId], platforms),
    refers("platform_requests_staff_fk", [t.byStaff], staffMembers),
    unique("platform_requests_subject").on(t.practiceId, t.id, t.patientId),
    check("platform_requests_name_one", sql`(${t.wish} = 'platform') = (${t.platformId} is not null)`),
    index("platform_requests_of_patient").on(t.practiceId, t.patientId, t.wantedAt),
  ],
);

/** What the therapist says to it. "Talk" is followed by another; any other is the last. */
export const platformRequestAnswers = pgTable(
  "platform_request_answers",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
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
    primaryKey({ name: "platform_request_answers_pk", columns: [t.practiceId, t.id] }),
    refers("platform_request_answers_request_fk", [t.requestId], platformRequests),
    refers("platform_request_answers_platform_fk", [t.platformId], platforms),
    refers("platform_request_answers_staff_fk", [t.answeredBy], staffMembers),
    uniqueIndex("platform_request_answers_one_final")
      .on(t.practiceId, t.requestId)
      .where(sql`decision <> 'talk'`),
    check(
      "platform_request_answers_agree_on_one",
      sql`(${t.decision} in ('yes', 'trial')) = (${t.platformId} is not null and ${t.fromOn} is not null)`,
    ),
    check(
      "platform_request_answers_trial_ends",
      sql`(${t.decision} = 'trial') = (${t.trialUntil} is not null) and ${t.trialUntil} >= ${t.fromOn}`,
    ),
    check(
      "platform_request_answers_say_why",
      sql`(${t.decision} = 'not-possible') = (${t.hindrance} is not null)`,
    ),
    index("platform_request_answers_of_request").on(t.practiceId, t.requestId, t.answeredAt),
  ],
);

/** The patient knows what is different there: signed, or explained to them aloud. The text is kept as they were shown it. */
export const platformAcknowledgements = pgTable(
  "platform_acknowledgements",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
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
    primaryKey({ name: "platform_acknowledgements_pk", columns: [t.practiceId, t.id] }),
    refers(
      "platform_acknowledgements_signature_fk",
      [t.id, t.patientId],
      [signatures.id, signatures.patientId],
    ),
    refers(
      "platform_acknowledgements_request_fk",
      [t.requestId, t.patientId],
      [platformRequests.id, platformRequests.patientId],
    ),
    refers("platform_acknowledgements_staff_fk", [t.byStaff], staffMembers),
    unique("platform_acknowledgements_once").on(t.practiceId, t.requestId),
    check(
      "platform_acknowledgements_explained_by_staff",
      sql`(${t.kind} = 'explained') = (${t.explainedOn} is not null and ${t.byStaff} is not null)`,
    ),
    index("platform_acknowledgements_of_patient").on(t.practiceId, t.patientId),
  ],
);

/** Taken back by whoever wished it, declined by the other side, gone back from, or kept after its trial: each once. */
export const platformRequestEndings = pgTable(
  "platform_request_endings",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
    kind: platformRequestEnd("kind").notNull(),
    endedAt: moment("ended_at").notNull(),
    ...actorColumns(),
  },
  (t) => [
    primaryKey({ name: "platform_request_endings_pk", columns: [t.practiceId, t.id] }),
    refers("platform_request_endings_request_fk", [t.requestId], platformRequests),
    refers("platform_request_endings_staff_fk", [t.byStaff], staffMembers),
    unique("platform_request_endings_once").on(t.practiceId, t.requestId, t.kind),
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

export type PlatformRequest = typeof platformRequests.$inferSelect;
