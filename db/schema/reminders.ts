/** A reminder is a second word about a question that waits; the message it went out with says when. */
import { foreignKey, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { messages } from "./messages";
import { requests } from "./requests";
import { moment, tenantColumns } from "./tenancy";

export const reminders = pgTable(
  "reminders",
  {
    ...tenantColumns(),
    requestId: uuid("request_id").notNull(),
    messageId: uuid("message_id").notNull(),
    remindedAt: moment("reminded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "reminders_pk", columns: [t.practiceId, t.id] }),
    foreignKey({
      name: "reminders_request_fk",
      columns: [t.practiceId, t.requestId],
      foreignColumns: [requests.practiceId, requests.id],
    }),
    foreignKey({
      name: "reminders_message_fk",
      columns: [t.practiceId, t.messageId],
      foreignColumns: [messages.practiceId, messages.id],
    }),
    unique("reminders_once").on(t.practiceId, t.requestId, t.messageId),
  ],
);
