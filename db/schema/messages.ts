/** A message is one e-mail Candor owes somebody; delivered or not. */
import { index, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { language, patients } from "./patients";
import { practices } from "./practices";
import { moment, refers, tenantColumns } from "./tenancy";

export const messageKind = pgEnum("message_kind", [
  "question",
  "invitation",
  "sign-in",
  "copy-ready",
  "withdrawal-confirmed",
  "address-changed",
  "reminder",
  "trial",
  "platform-news",
]);
export const settlementCause = pgEnum("settlement_cause", ["nothing-open", "archived"]);
export const failureKind = pgEnum("failure_kind", ["refused", "unreachable"]);

export const messages = pgTable(
  "messages",
  {
    ...tenantColumns(),
    kind: messageKind("kind").notNull(),
    userId: uuid("user_id").notNull(),
    patientId: uuid("patient_id"),
    toAddress: text("to_address").notNull(),
    language: language("language").notNull(),
    /** The questions it is about, of a question and its reminders. */
    sittingId: uuid("sitting_id"),
    /** The path of ours that the link in this message leads to. */
    landing: text("landing").notNull(),
    owedAt: moment("owed_at").notNull(),
    /** It leaves then and not before: quiet hours, or time to stop it. */
    notBefore: moment("not_before"),
  },
  (t) => [
    primaryKey({ name: "messages_pk", columns: [t.practiceId, t.id] }),
    refers("messages_practice_fk", [t.practiceId], [practices.practiceId]),
    refers("messages_patient_fk", [t.patientId], patients),
    index("messages_of_patient").on(t.practiceId, t.patientId, t.owedAt),
    index("messages_of_sitting").on(t.practiceId, t.sittingId),
    index("messages_unsent_order").on(t.owedAt),
  ],
);

/** Written and committed before SMTP begins, so a crash is known as an attempt without outcome. */
export const messageAttempts = pgTable(
  "message_attempts",
  {
    ...tenantColumns(),
    messageId: uuid("message_id").notNull(),
    attemptedAt: moment("attempted_at").notNull(),
    /** Committed before the first byte of the mail leaves: from then on the server may have it. */
    handedOverAt: moment("handed_over_at"),
    /** Then the server said that it took it, or that it did not. */
    takenAt: moment("taken_at"),
    declinedAt: moment("declined_at"),
  },
  (t) => [
    primaryKey({ name: "message_attempts_pk", columns: [t.practiceId, t.id] }),
    refers("message_attempts_message_fk", [t.messageId], messages),
    index("message_attempts_of_message").on(t.practiceId, t.messageId, t.attemptedAt),
  ],
);

export const messageDeliveries = pgTable(
  "message_deliveries",
  {
    ...tenantColumns(),
    messageId: uuid("message_id").notNull(),
    deliveredAt: moment("delivered_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "message_deliveries_pk", columns: [t.practiceId, t.id] }),
    refers("message_deliveries_message_fk", [t.messageId], messages),
    unique("message_deliveries_once").on(t.practiceId, t.messageId),
  ],
);

/** A try that did not reach the mailbox: refused for good (no next try), or unreachable for now. */
export const messageFailures = pgTable(
  "message_failures",
  {
    ...tenantColumns(),
    messageId: uuid("message_id").notNull(),
    kind: failureKind("kind").notNull(),
    cause: text("cause").notNull(),
    failedAt: moment("failed_at").notNull(),
    nextTryAt: moment("next_try_at"),
  },
  (t) => [
    primaryKey({ name: "message_failures_pk", columns: [t.practiceId, t.id] }),
    refers("message_failures_message_fk", [t.messageId], messages),
    index("message_failures_of_message").on(t.practiceId, t.messageId, t.failedAt),
  ],
);

/** A message that need not go out any more: what it is about was settled before it could be sent. */
export const messageSettlements = pgTable(
  "message_settlements",
  {
    ...tenantColumns(),
    messageId: uuid("message_id").notNull(),
    cause: settlementCause("cause").notNull(),
    settledAt: moment("settled_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "message_settlements_pk", columns: [t.practiceId, t.id] }),
    refers("message_settlements_message_fk", [t.messageId], messages),
    unique("message_settlements_once").on(t.practiceId, t.messageId),
  ],
);

export type Message = typeof messages.$inferSelect;
