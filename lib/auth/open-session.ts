import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { authSessions, patients, signInTokens, users } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { systemContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { keyedHash, makeToken } from "./hashes";
import { findPerson } from "./person";
import { later, sessionLifetime } from "./rules";
import type { Authentication, Visitor } from "./visitor";

export type Opened = {
  sessionToken: string;
  expiresAt: Date;
  landing: string;
  /** What the practice noted for its patient; null for staff. */
  language: Language | null;
};

/** Spends the token and opens a session in one commit: however many come with it at once, one gets in. */
export async function openSession(
  token: { id: string; practiceId: string },
  authentication: Authentication,
  visitor: Visitor,
): Promise<Opened> {
  return inPractice(systemContext(token.practiceId, "web"), async (tx, now) => {
    const [spent] = await tx
      .update(signInTokens)
      .set({ spentAt: now })
      .where(
        and(eq(signInTokens.id, token.id), isNull(signInTokens.spentAt), gt(signInTokens.expiresAt, now)),
      )
      .returning();
    if (!spent) throw new Refused("link-used");
    const arrival = { ...visitor, authentication, authenticatedAt: now };
    const person = await findPerson(tx, spent, arrival);
    if (!person) throw new Refused("link-unknown");

    const sessionToken = makeToken();
    const expiresAt = later(now, sessionLifetime);
    await tx.insert(authSessions).values({
      tokenHash: keyedHash("session", sessionToken),
      userId: spent.userId,
      authentication,
      ...visitor,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    });
    await tx
      .update(users)
      .set({ emailVerifiedAt: now })
      .where(and(eq(users.id, spent.userId), isNull(users.emailVerifiedAt)));
    const language = await findLanguage(tx, token.practiceId, person.patientIds);
    const { subject, strangerTo } = person;
    const opened = strangerTo
      ? ({ name: "session.opened-unproven", authentication, patient: strangerTo } as const)
      : ({ name: "session.opened", authentication, ...subject } as const);
    await recordEvent(tx, person.ctx, opened);
    return { sessionToken, expiresAt, landing: spent.landing, language };
  });
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
