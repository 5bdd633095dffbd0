/** An answer is the reply to a request; what is taken back of it is a fact beside it. Each is a signature. */
import { index, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { items, versions } from "./disclosures";
import { language } from "./patients";
import { staffMembers } from "./practices";
import { requests } from "./requests";
import { signatures } from "./signatures";
import { bytes, moment, refers, route, tenantColumns } from "./tenancy";

export const yesOrNo = pgEnum("yes_or_no", ["yes", "no"]);
export const capacity = pgEnum("capacity", ["self", "parent", "guardian", "proxy"]);

/** The patient's reply, bound to the text they were shown. One per request. */
export const answers = pgTable(
  "answers",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    disclosureId: uuid("disclosure_id").notNull(),
    versionId: uuid("version_id").notNull(),
    language: language("language").notNull(),
    textSha256: text("text_sha256").notNull(),
    answeredAt: moment("answered_at").notNull(),
    answeredBy: uuid("answered_by").notNull(),
    capacity: capacity("capacity").notNull(),
    route: route("route").notNull(),
    /** When it ends by itself, as the text said when it was given. */
    expiresAt: moment("expires_at"),
  },
  (t) => [
    primaryKey({ name: "answers_pk", columns: [t.practiceId, t.id] }),
    refers("answers_signature_fk", [t.id, t.patientId], [signatures.id, signatures.patientId]),
    refers(
      "answers_request_fk",
      [t.requestId, t.patientId, t.disclosureId],
      [requests.id, requests.patientId, requests.disclosureId],
    ),
    refers("answers_version_fk", [t.disclosureId, t.versionId], [versions.disclosureId, versions.id]),
    unique("answers_one_per_request").on(t.practiceId, t.requestId),
    unique("answers_of_version").on(t.practiceId, t.id, t.versionId),
    index("answers_of_patient").on(t.practiceId, t.patientId, t.answeredAt),
    index("answers_order").on(t.answeredAt),
  ],
);

/** The answer was noted by mistake, and why: it stays, and nothing rests on it any more. */
export const answerCorrections = pgTable(
  "answer_corrections",
  {
    ...tenantColumns(),
    answerId: uuid("answer_id").notNull(),
    sealedReason: bytes("sealed_reason").notNull(),
    correctedAt: moment("corrected_at").notNull(),
    correctedBy: uuid("corrected_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "answer_corrections_pk", columns: [t.practiceId, t.id] }),
    refers("answer_corrections_answer_fk", [t.answerId], answers),
    refers("answer_corrections_staff_fk", [t.correctedBy], staffMembers),
    unique("answer_corrections_once").on(t.practiceId, t.answerId),
  ],
);

export const answerItems = pgTable(
  "answer_items",
  {
    ...tenantColumns(),
    answerId: uuid("answer_id").notNull(),
    versionId: uuid("version_id").notNull(),
    itemId: uuid("item_id").notNull(),
    answer: yesOrNo("answer").notNull(),
  },
  (t) => [
    primaryKey({ name: "answer_items_pk", columns: [t.practiceId, t.id] }),
    refers("answer_items_answer_fk", [t.answerId, t.versionId], [answers.id, answers.versionId]),
    refers("answer_items_item_fk", [t.versionId, t.itemId], [items.versionId, items.id]),
    unique("answer_items_once").on(t.practiceId, t.answerId, t.itemId),
  ],
);

/** Taking an answer, or some of its uses, back; effective at once. */
export const withdrawals = pgTable(
  "withdrawals",
  {
    ...tenantColumns(),
    answerId: uuid("answer_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    withdrawnAt: moment("withdrawn_at").notNull(),
    withdrawnBy: uuid("withdrawn_by").notNull(),
    route: route("route").notNull(),
    /** The member of staff who was told it aloud. */
    notedBy: uuid("noted_by"),
    /** The one press on "Take back everything" that it came of. */
    togetherId: uuid("together_id"),
  },
  (t) => [
    primaryKey({ name: "withdrawals_pk", columns: [t.practiceId, t.id] }),
    refers("withdrawals_signature_fk", [t.id, t.patientId], [signatures.id, signatures.patientId]),
    refers("withdrawals_answer_fk", [t.answerId], answers),
    refers("withdrawals_noted_by_fk", [t.notedBy], staffMembers),
    unique("withdrawals_of_answer").on(t.practiceId, t.id, t.answerId),
    index("withdrawals_of_patient").on(t.practiceId, t.patientId, t.withdrawnAt),
  ],
);

export const withdrawalItems = pgTable(
  "withdrawal_items",
  {
    ...tenantColumns(),
    withdrawalId: uuid("withdrawal_id").notNull(),
    answerId: uuid("answer_id").notNull(),
    itemId: uuid("item_id").notNull(),
  },
  (t) => [
    primaryKey({ name: "withdrawal_items_pk", columns: [t.practiceId, t.id] }),
    refers(
      "withdrawal_items_withdrawal_fk",
      [t.withdrawalId, t.answerId],
      [withdrawals.id, withdrawals.answerId],
    ),
    refers(
      "withdrawal_items_answered_fk",
      [t.answerId, t.itemId],
      [answerItems.answerId, answerItems.itemId],
    ),
    unique("withdrawal_items_once").on(t.practiceId, t.withdrawalId, t.itemId),
    index("withdrawal_items_of_answer").on(t.practiceId, t.answerId, t.itemId),
  ],
);

/** Who had taken back everything put it back: the withdrawal stays a fact, and takes nothing back from then on. */
export const putBacks = pgTable(
  "put_backs",
  {
    ...tenantColumns(),
    withdrawalId: uuid("withdrawal_id").notNull(),
    putBackAt: moment("put_back_at").notNull(),
    putBackBy: uuid("put_back_by").notNull(),
    route: route("route").notNull(),
  },
  (t) => [
    primaryKey({ name: "put_backs_pk", columns: [t.practiceId, t.id] }),
    refers("put_backs_withdrawal_fk", [t.withdrawalId], withdrawals),
    unique("put_backs_once").on(t.practiceId, t.withdrawalId),
  ],
);

export type Answer = typeof answers.$inferSelect;
export type Withdrawal = typeof withdrawals.$inferSelect;
