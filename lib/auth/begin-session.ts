import { and, eq, inArray, isNull } from "drizzle-orm";
import { authSessions, patients, users } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { Context } from "@/lib/context";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { keyedHash, makeToken } from "./hashes";
import { type Entering, findPerson } from "./person";
import { later, sessionLifetime } from "./rules";
import type { Authentication, Visitor } from "./visitor";

export type Opened = {
  sessionToken: string;
  expiresAt: Date;
  landing: string;
  /** What the practice noted for its patient; null for staff. */
  language: Language | null;
};

/** A session, and what is to be recorded of it by whom. */
export type Begun = { opened: Opened; ctx: Context; event: AuditEvent };

/** Begins the session of somebody who has shown who they are. */
export async function beginSession(
  tx: Tx,
  now: Date,
  entering: Entering,
  authentication: Authentication,
  visitor: Visitor,
): Promise<Begun> {
  const { userId, practiceId, landing } = entering;
  const arrival = { ...visitor, authentication, authenticatedAt: now };
  const person = await findPerson(tx, entering, arrival);
  if (!person) throw new Refused("link-unknown");

  const sessionToken = makeToken();
  const expiresAt = later(now, sessionLifetime);
  await tx.insert(authSessions).values({
    tokenHash: keyedHash("session", sessionToken),
    userId,
    authentication,
    practiceId,
    landing,
    ...visitor,
    createdAt: now,
    lastSeenAt: now,
    expiresAt,
  });
  await tx
    .update(users)
    .set({ emailVerifiedAt: now })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)));
  const language = await findLanguage(tx, practiceId, person.patientIds);
  const { subject, strangerTo } = person;
  const event = strangerTo
    ? ({ name: "session.opened-unproven", authentication, patient: strangerTo } as const)
    : ({ name: "session.opened", authentication, ...subject } as const);
  return { opened: { sessionToken, expiresAt, landing, language }, ctx: person.ctx, event };
}

async function findLanguage(tx: Tx, practiceId: string, patientIds: string[]): Promise<Language | null> {
  const [known] = await tx
    .select({ language: patients.language })
    .from(patients)
    .where(and(eq(patients.practiceId, practiceId), inArray(patients.id, patientIds)))
    .orderBy(patients.dateOfBirth)
    .limit(1);
  return known?.language ?? null;
}
