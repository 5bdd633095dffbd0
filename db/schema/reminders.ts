/** A reminder is a second word about a question that waits; the message it went out with says when. */
import { pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { messages } from "./messages";
import { requests } from "./requests";
import { moment, refers, tenantColumns } from "./tenancy";

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
    refers("reminders_request_fk", [t.requestId], requests),
    refers("reminders_message_fk", [t.messageId], messages),
    unique("reminders_once").on(t.practiceId, t.requestId, t.messageId),
  ],
);
