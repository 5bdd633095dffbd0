import { v7 as uuid } from "uuid";
import { authSessions, firstEntries, memberships, patients, requests, users } from "@/db/schema";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { keyedHash, makeToken } from "@/lib/auth/hashes";
import { later, sessionLifetime } from "@/lib/auth/rules";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { listShownVersions, type ShownVersion } from "@/lib/disclosures/queries";
import { inPractice, readPractice } from "@/lib/in-practice";
import { type MadePractice, makePractice } from "@/test/factories";
import { writeDisclosure, writeNextVersion } from "@/test/factory-texts";

export type BenchPractice = MadePractice & { texts: ShownVersion[] };
export type SignedInPatient = {
  id: string;
  userId: string;
  legalName: string;
  cookie: string;
  asked: Asked[];
};
export type Asked = { requestId: string; text: ShownVersion };

const rowsAtOnce = 400;

/** A practice with the six disclosures of the demo in force: what is measured is read and signed at its real length. */
export async function makeBenchPractice(name: string): Promise<BenchPractice> {
  const made = await makePractice({ name });
  const versionIds: string[] = [];
  for (const { key, kind, versions } of demoDisclosures) {
    const current = versions.at(-1);
    if (!current) continue;
    const { id } = await writeDisclosure(made.system, { key, kind });
    const published = await writeNextVersion(made.system, id, current);
    versionIds.push(published.versionId);
  }
  const texts = await readPractice(made.system, (tx) => listShownVersions(tx, made.system, versionIds, "en"));
  return { ...made, texts: versionIds.flatMap((id) => texts.find((text) => text.id === id) ?? []) };
}

/** Patients who have signed in, each asked for these texts in one sitting. Rows are written, events and messages are not. */
export async function makeSignedInPatients(
  { system, therapist }: BenchPractice,
  count: number,
  texts: readonly ShownVersion[],
): Promise<SignedInPatient[]> {
  const { practiceId } = system;
  const people = Array.from({ length: count }, (_, index) => ({
    id: uuid(),
    userId: uuid(),
    membershipId: uuid(),
    token: makeToken(),
    sittingId: uuid(),
    legalName: `Patient Number ${index + 1}`,
    asked: texts.map((text) => ({ requestId: uuid(), text })),
  }));
  for (const some of inChunks(people)) {
    await inPractice(system, async (tx, now) => {
      const at = { addedAt: now, addedBy: therapist.staffId, treatingStaffId: therapist.staffId };
      await tx
        .insert(users)
        .values(some.map((one) => ({ id: one.userId, email: emailOf(one.id), createdAt: now })));
      await tx.insert(patients).values(
        some.map(({ id, legalName }) => ({
          practiceId,
          id,
          legalName,
          calledName: "Patient",
          email: emailOf(id),
          phone: null,
          mailboxOf: "patient" as const,
          language: "en" as const,
          dateOfBirth: "1988-04-12",
          ...at,
        })),
      );
      await tx.insert(memberships).values(
        some.map(({ id, userId, membershipId }) => {
          return { id: membershipId, userId, practiceId, kind: "patient" as const, rowId: id, beganAt: now };
        }),
      );
      await tx.insert(firstEntries).values(
        some.map(({ id, userId, membershipId }) => {
          const entry = { practiceId, id: uuid(), patientId: id, userId, membershipId };
          return { ...entry, method: "date-of-birth" as const, provenAt: now };
        }),
      );
      await tx.insert(authSessions).values(some.map((one) => sessionOf(one.userId, one.token, now)));
    });
  }
  const asked = people.flatMap((one) => one.asked.map((request) => ({ ...request, one })));
  for (const some of inChunks(asked)) {
    await inPractice(system, (tx, now) =>
      tx.insert(requests).values(
        some.map(({ requestId, text, one }) => ({
          practiceId,
          id: requestId,
          patientId: one.id,
          sittingId: one.sittingId,
          disclosureId: text.disclosureId,
          versionId: text.id,
          askedBy: therapist.staffId,
          askedAt: now,
          dueOn: null,
          route: "portal" as const,
          origin: "staff" as const,
          askingId: one.sittingId,
        })),
      ),
    );
  }
  return people.map(({ token, ...one }) => ({ ...one, cookie: cookieOf(token) }));
}

/** The cookie of somebody of the staff who is signed in. */
export async function signInStaff({ system }: BenchPractice, userId: string): Promise<string> {
  const token = makeToken();
  await inPractice(system, (tx, now) => tx.insert(authSessions).values(sessionOf(userId, token, now)));
  return cookieOf(token);
}

export function inChunks<T>(rows: readonly T[]): T[][] {
  const chunks = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: chunks }, (_, at) => rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce));
}

function sessionOf(userId: string, token: string, now: Date) {
  return {
    tokenHash: keyedHash("session", token),
    userId,
    authentication: "email-link" as const,
    ip: "127.0.0.1",
    userAgent: "candor-bench",
    createdAt: now,
    lastSeenAt: now,
    expiresAt: later(now, sessionLifetime),
  };
}

function cookieOf(token: string): string {
  return `${sessionCookie().name}=${token}`;
}

function emailOf(id: string): string {
  return `${id}@patients.test`;
}
