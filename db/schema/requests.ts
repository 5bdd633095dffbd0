/** A request puts one version to one patient; what became of it, short of an answer, are facts beside it. */
import { date, index, pgEnum, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { campaignHolders } from "./campaigns";
import { versions } from "./disclosures";
import { patients } from "./patients";
import { staffMembers } from "./practices";
import { bytes, moment, refers, route, tenantColumns } from "./tenancy";

/** Why a question was put: somebody here asked, the patient wanted to answer anew, a new text, or an answer about to end. */
export const requestOrigin = pgEnum("request_origin", ["staff", "patient", "new-version", "renewal"]);
export const noticeOutcome = pgEnum("notice_outcome", ["refused", "unable"]);

export const requests = pgTable(
  "requests",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    disclosureId: uuid("disclosure_id").notNull(),
    versionId: uuid("version_id").notNull(),
    /** Requests asked together are one sitting for the patient. */
    sittingId: uuid("sitting_id").notNull(),
    /** Absent when the patient started it, and when an answer is about to end. */
    askedBy: uuid("asked_by"),
    origin: requestOrigin("origin").notNull(),
    campaignId: uuid("campaign_id"),
    /** Questions put with one press, to one patient or many. */
    askingId: uuid("asking_id").notNull(),
    askedAt: moment("asked_at").notNull(),
    dueOn: date("due_on", { mode: "string" }),
    route: route("route").notNull(),
  },
  (t) => [
    primaryKey({ name: "requests_pk", columns: [t.practiceId, t.id] }),
    refers("requests_patient_fk", [t.patientId], patients),
    refers("requests_version_fk", [t.disclosureId, t.versionId], [versions.disclosureId, versions.id]),
    refers("requests_asked_by_fk", [t.askedBy], staffMembers),
    refers(
      "requests_campaign_fk",
      [t.campaignId, t.patientId],
      [campaignHolders.campaignId, campaignHolders.patientId],
    ),
    unique("requests_one_per_campaign").on(t.practiceId, t.campaignId, t.patientId),
    unique("requests_subject").on(t.practiceId, t.id, t.patientId, t.disclosureId),
    index("requests_for_board").on(t.practiceId, t.patientId, t.disclosureId, t.askedAt),
    index("requests_of_asking").on(t.practiceId, t.askingId),
    index("requests_of_sitting").on(t.practiceId, t.sittingId),
  ],
);

/** The patient opened the text of a request for the first time. */
export const requestOpenings = pgTable(
  "request_openings",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
    versionId: uuid("version_id").notNull(),
    openedAt: moment("opened_at").notNull(),
    openedBy: uuid("opened_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "request_openings_pk", columns: [t.practiceId, t.id] }),
    refers("request_openings_request_fk", [t.requestId], requests),
    refers("request_openings_version_fk", [t.versionId], versions),
    unique("request_openings_once").on(t.practiceId, t.requestId, t.versionId),
  ],
);

export const requestCancellations = pgTable(
  "request_cancellations",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
    cancelledAt: moment("cancelled_at").notNull(),
    cancelledBy: uuid("cancelled_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "request_cancellations_pk", columns: [t.practiceId, t.id] }),
    refers("request_cancellations_request_fk", [t.requestId], requests),
    unique("request_cancellations_once").on(t.practiceId, t.requestId),
  ],
);

/** "Please don't ask me again": the question rests, nobody is reminded, and it takes a note to ask once more. */
export const requestDeclines = pgTable(
  "request_declines",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
    declinedAt: moment("declined_at").notNull(),
    declinedBy: uuid("declined_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "request_declines_pk", columns: [t.practiceId, t.id] }),
    refers("request_declines_request_fk", [t.requestId], requests),
    unique("request_declines_once").on(t.practiceId, t.requestId),
  ],
);

/** Why somebody who had said no is asked once more, in the words of who asks. */
export const requestNotes = pgTable(
  "request_notes",
  { ...tenantColumns(), requestId: uuid("request_id").notNull(), sealed: bytes("sealed").notNull() },
  (t) => [
    primaryKey({ name: "request_notes_pk", columns: [t.practiceId, t.id] }),
    refers("request_notes_request_fk", [t.requestId], requests),
    unique("request_notes_once").on(t.practiceId, t.requestId),
  ],
);

/** A privacy notice that ends without the patient's own acknowledgement, and why (45 CFR 164.520(c)(2)(ii)). */
export const noticeEndings = pgTable(
  "notice_endings",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
    outcome: noticeOutcome("outcome").notNull(),
    sealedReason: bytes("sealed_reason").notNull(),
    endedAt: moment("ended_at").notNull(),
    endedBy: uuid("ended_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "notice_endings_pk", columns: [t.practiceId, t.id] }),
    refers("notice_endings_request_fk", [t.requestId], requests),
    refers("notice_endings_staff_fk", [t.endedBy], staffMembers),
    unique("notice_endings_once").on(t.practiceId, t.requestId),
  ],
);

export type Request = typeof requests.$inferSelect;
