/** Sign-in stands outside the practices: a user is one verified mailbox, a membership ties it to a row of a practice. */
import { sql } from "drizzle-orm";
import { index, pgSchema, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment } from "./tenancy";

export const auth = pgSchema("auth");

export const membershipKind = auth.enum("membership_kind", ["staff", "patient", "representative"]);
export const authentication = auth.enum("authentication", ["email-link", "email-code", "question-link"]);

export const users = auth.table("users", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull().unique("users_email"),
  emailVerifiedAt: moment("email_verified_at"),
  createdAt: moment("created_at").notNull(),
});

/** A login session. The token is stored as its SHA-256; idle time is counted from `last_seen_at`. */
export const authSessions = auth.table(
  "auth_sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    authentication: authentication("authentication").notNull(),
    /** Where it was opened, and what its person headed for; its end is said there. */
    practiceId: uuid("practice_id"),
    landing: text("landing"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("auth_sessions_of_user").on(t.userId), index("auth_sessions_by_end").on(t.expiresAt)],
);

/** A mailed link and its six-digit code: who it was for is kept, its authority ends after ten minutes or one use. */
export const signInTokens = auth.table(
  "sign_in_tokens",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    practiceId: uuid("practice_id").notNull(),
    tokenHash: text("token_hash").notNull().unique("sign_in_tokens_hash"),
    codeHash: text("code_hash").notNull(),
    landing: text("landing").notNull(),
    madeAt: moment("made_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    spentAt: moment("spent_at"),
  },
  (t) => [index("sign_in_tokens_of_user").on(t.userId, t.madeAt)],
);

/** A link mailed with a question. It says who is asked and opens nothing by itself, so it is neither spent nor too old. */
export const questionLinks = auth.table(
  "question_links",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    practiceId: uuid("practice_id").notNull(),
    patientId: uuid("patient_id").notNull(),
    sittingId: uuid("sitting_id").notNull(),
    tokenHash: text("token_hash").notNull().unique("question_links_hash"),
    landing: text("landing").notNull(),
    madeAt: moment("made_at").notNull(),
    /** When somebody last came in with it, knowing the second fact. */
    openedAt: moment("opened_at"),
  },
  (t) => [index("question_links_of_user").on(t.userId, t.practiceId, t.patientId)],
);

/** A wrong six-digit code for an address, and from where: too many in a day leave only the link, first to that place. */
export const codeMisses = auth.table(
  "code_misses",
  {
    id: uuid("id").primaryKey(),
    addressHash: text("address_hash").notNull(),
    askerHash: text("asker_hash"),
    missedAt: moment("missed_at").notNull(),
  },
  (t) => [
    index("code_misses_of_address").on(t.addressHash, t.missedAt),
    index("code_misses_by_time").on(t.missedAt),
  ],
);

/** Somebody asked for a sign-in link, by address, by network and by both, or missed a code, by network: known or not. */
export const linkRequests = auth.table(
  "link_requests",
  {
    id: uuid("id").primaryKey(),
    keyHash: text("key_hash").notNull(),
    requestedAt: moment("requested_at").notNull(),
  },
  (t) => [
    index("link_requests_by_key").on(t.keyHash, t.requestedAt),
    index("link_requests_by_time").on(t.requestedAt),
  ],
);

export const memberships = auth.table(
  "memberships",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    practiceId: uuid("practice_id").notNull(),
    kind: membershipKind("kind").notNull(),
    /** The staff member or patient, in that practice, that this mailbox stands for. */
    rowId: uuid("row_id").notNull(),
    beganAt: moment("began_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [
    index("memberships_of_user").on(t.userId),
    uniqueIndex("memberships_one_open")
      .on(t.practiceId, t.kind, t.rowId, t.userId)
      .where(sql`ended_at is null`),
  ],
);

/** Which practice an address on the web means; looked up before any practice is entered. */
export const practiceSlugs = auth.table("practice_slugs", {
  slug: text("slug").primaryKey(),
  practiceId: uuid("practice_id").notNull().unique("practice_slugs_practice"),
});
