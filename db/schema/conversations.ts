/** A conversation is something somebody wants to talk about; it ends with an outcome and is never a refusal. */
import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { patients } from "./patients";
import { staffMembers } from "./practices";
import { requests } from "./requests";
import { bytes, moment, refers, route, tenantColumns } from "./tenancy";
import { wishes } from "./wishes";

export const conversationTopic = pgEnum("conversation_topic", ["talk-first", "platform"]);
export const conversationOutcome = pgEnum("conversation_outcome", [
  "questions-answered",
  "wants-time",
  "will-not-be-asked",
  "stays-as-it-is",
  "will-be-decided",
]);

export const conversations = pgTable(
  "conversations",
  {
    ...tenantColumns(),
    patientId: uuid("patient_id").notNull(),
    topic: conversationTopic("topic").notNull(),
    /** The question it is about, or the wish to meet another way. */
    requestId: uuid("request_id"),
    wishId: uuid("wish_id"),
    wantedAt: moment("wanted_at").notNull(),
    wantedBy: uuid("wanted_by").notNull(),
    route: route("route").notNull(),
  },
  (t) => [
    primaryKey({ name: "conversations_pk", columns: [t.practiceId, t.id] }),
    refers("conversations_patient_fk", [t.patientId], patients),
    refers("conversations_request_fk", [t.requestId], requests),
    refers("conversations_wish_fk", [t.wishId, t.patientId], [wishes.id, wishes.patientId]),
    check("conversations_about_one", sql`num_nonnulls(${t.requestId}, ${t.wishId}) = 1`),
    index("conversations_of_wish").on(t.practiceId, t.wishId, t.wantedAt),
    index("conversations_of_request").on(t.practiceId, t.requestId, t.wantedAt),
    index("conversations_of_patient").on(t.practiceId, t.patientId, t.wantedAt),
  ],
);

export const conversationOutcomes = pgTable(
  "conversation_outcomes",
  {
    ...tenantColumns(),
    conversationId: uuid("conversation_id").notNull(),
    outcome: conversationOutcome("outcome").notNull(),
    /** In clear: what was noted before notes were sealed. Nothing is written here any more. */
    note: text("note"),
    sealedNote: bytes("sealed_note"),
    concludedAt: moment("concluded_at").notNull(),
    concludedBy: uuid("concluded_by").notNull(),
  },
  (t) => [
    primaryKey({ name: "conversation_outcomes_pk", columns: [t.practiceId, t.id] }),
    refers("conversation_outcomes_of_fk", [t.conversationId], conversations),
    refers("conversation_outcomes_by_fk", [t.concludedBy], staffMembers),
    unique("conversation_outcomes_once").on(t.practiceId, t.conversationId),
  ],
);
