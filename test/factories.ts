import { randomBytes } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import {
  auditHeads,
  disclosures,
  events,
  firstEntries,
  firstMeetings,
  items,
  type Patient,
  type Practice,
  patientArchivings,
  patients,
  practiceSlugs,
  practices,
  versions,
  versionTexts,
} from "@/db/schema";
import {
  type PatientContext,
  type StaffContext,
  type StaffRole,
  type SystemContext,
  systemContext,
} from "@/lib/context";
import { today } from "@/lib/dates";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { inPractice, readPractice } from "@/lib/in-practice";
import { isAdult } from "@/lib/patients/rules";
import { firstPrev } from "@/verifier/trail/verify-trail";
import { arrivalAt, insertMembership, insertStaff, userOf } from "./factory-people";
import { type VersionWords, writeDisclosure, writeNextVersion } from "./factory-texts";

export type MadePractice = {
  practice: Practice;
  owner: StaffContext;
  therapist: StaffContext;
  office: StaffContext;
  auditor: StaffContext;
  system: SystemContext;
};

/** What practices begin with. Those of tests have none, so that no mail waits because of the hour it is. */
export const quietNights = { quietFrom: "21:00:00", quietUntil: "08:00:00" };

/** A practice with one person for each role. For tests only: facts are written, events are not. */
export async function makePractice(overrides: Partial<Practice> = {}): Promise<MadePractice> {
  const id = uuid();
  const practiceRow = {
    slug: `practice-${randomBytes(5).toString("hex")}`,
    name: "Test Practice",
    timeZone: "America/Los_Angeles",
    phone: "(555) 010-0100",
    crisisLine: { en: "988 or 911", es: "988 (pulse 2) o 911" },
    quietFrom: null,
    quietUntil: null,
    reminderDays: 7,
    mostReminders: 3,
    renewalDays: 30,
    stopMinutes: 10,
    recordingAfterMeeting: true,
    publishesTexts: false,
    requiresVendorAgreement: true,
    platformAnswerDays: 3,
    ...overrides,
    practiceId: id,
    id,
  };
  const system = systemContext(id, "demo");
  return inPractice(system, async (tx, now) => {
    const practice = { createdAt: now, ...practiceRow };
    await tx.insert(practices).values(practice);
    await tx.insert(practiceSlugs).values({ slug: practice.slug, practiceId: id });
    await tx
      .insert(auditHeads)
      .values({ practiceId: id, id: uuid(), size: 0, leaf: firstPrev, at: practice.createdAt });
    const member = (role: StaffRole) => insertStaff(tx, id, now, { roles: [role], name: `Test ${role}` });
    return {
      practice,
      owner: await member("owner"),
      therapist: await member("therapist"),
      office: await member("office"),
      auditor: await member("auditor"),
      system,
    };
  });
}

export async function makeStaff(made: MadePractice, overrides: { roles: StaffRole[]; name?: string }) {
  return inPractice(made.system, (tx, now) => insertStaff(tx, made.practice.id, now, overrides));
}

export type PatientOverrides = Partial<Omit<Patient, "practiceId">> & {
  /** The mailbox has not proven its second fact yet. */
  unproven?: boolean;
  archived?: boolean;
  /** Patient and therapist have not met yet. */
  unmet?: boolean;
};

/** A patient of the practice's therapist who has signed in before, and the context of that mailbox: a child's is a parent's. */
export async function makePatient(
  made: MadePractice,
  overrides: PatientOverrides = {},
): Promise<{ patient: Patient; ctx: PatientContext }> {
  const { unproven = false, archived = false, unmet = false, ...columns } = overrides;
  const { practiceId } = made.system;
  return inPractice(made.system, async (tx, now) => {
    const { email = testAddress(), dateOfBirth = "1988-04-12" } = columns;
    const reader = isAdult(dateOfBirth, today(now, made.practice.timeZone)) ? "patient" : "parent";
    const patient: Patient = {
      id: uuid(),
      legalName: "Ana María Ruiz",
      calledName: "Ana",
      email,
      mailboxOf: email === null ? null : reader,
      phone: null,
      language: "en",
      dateOfBirth,
      treatingStaffId: made.therapist.staffId,
      addedAt: now,
      addedBy: made.therapist.staffId,
      ...columns,
      practiceId,
    };
    await tx.insert(patients).values(patient);
    const { staffId: notedBy } = made.therapist;
    const meeting = {
      practiceId,
      id: uuid(),
      patientId: patient.id,
      metOn: "2026-01-12",
      notedAt: now,
      notedBy,
    };
    if (!unmet) await tx.insert(firstMeetings).values(meeting);
    const userId = patient.email ? await userOf(tx, patient.email, now) : uuid();
    if (patient.email) {
      const opening = { practiceId, userId, beganAt: now };
      const membershipId = await insertMembership(tx, { ...opening, kind: "patient", rowId: patient.id });
      const entry = { practiceId, id: uuid(), patientId: patient.id, userId, membershipId };
      if (!unproven)
        await tx.insert(firstEntries).values({ ...entry, method: "date-of-birth", provenAt: now });
    }
    if (archived) {
      const archiving = { practiceId, id: uuid(), patientId: patient.id, archivedAt: now };
      await tx.insert(patientArchivings).values({ ...archiving, archivedBy: made.owner.staffId });
    }
    const patientIds = unproven ? [] : [patient.id];
    const ctx: PatientContext = {
      kind: "patient",
      practiceId,
      userId,
      patientIds,
      route: "portal",
      arrival: arrivalAt(now),
    };
    return { patient, ctx };
  });
}

export type DisclosureOverrides = { kind?: DisclosureKind; key?: string; position?: number } & VersionWords;

/** A disclosure with one published version of two uses, "look-back" required and "teaching" optional. */
export async function makeDisclosure(made: MadePractice, overrides: DisclosureOverrides = {}) {
  const { kind = "recording-consent", key = `text-${randomBytes(4).toString("hex")}`, position } = overrides;
  const { id: disclosureId } = await writeDisclosure(made.system, {
    kind,
    key,
    ...(position && { position }),
  });
  const { version, items, texts } = await makeVersion(made, disclosureId, overrides);
  const disclosure = await inPractice(made.system, async (tx) => {
    const [row] = await tx
      .select()
      .from(disclosures)
      .where(and(eq(disclosures.practiceId, made.practice.id), eq(disclosures.id, disclosureId)));
    return found(row);
  });
  return { disclosure, version, items, texts };
}

/** The next published version of a disclosure, with what was stored of it. */
export async function makeVersion(made: MadePractice, disclosureId: string, overrides: VersionWords = {}) {
  const { versionId } = await writeNextVersion(made.system, disclosureId, overrides);
  const practiceId = made.practice.id;
  return inPractice(made.system, async (tx) => {
    const [version] = await tx
      .select()
      .from(versions)
      .where(and(eq(versions.practiceId, practiceId), eq(versions.id, versionId)));
    const itemRows = await tx
      .select()
      .from(items)
      .where(and(eq(items.practiceId, practiceId), eq(items.versionId, versionId)))
      .orderBy(asc(items.position));
    const textRows = await tx
      .select()
      .from(versionTexts)
      .where(and(eq(versionTexts.practiceId, practiceId), eq(versionTexts.versionId, versionId)));
    const text = (language: "en" | "es") => found(textRows.find((row) => row.language === language));
    return { version: found(version), items: itemRows, texts: { en: text("en"), es: text("es") } };
  });
}

/** The practice's events in order, for tests to look at. */
export async function trailOf(practiceId: string): Promise<Record<string, unknown>[]> {
  return readPractice(systemContext(practiceId, "demo"), async (tx) => {
    const rows = await tx
      .select({ body: events.body })
      .from(events)
      .where(eq(events.practiceId, practiceId))
      .orderBy(asc(events.seq));
    return rows.map(({ body }) => JSON.parse(body));
  });
}

export function testAddress(): string {
  return `p-${randomBytes(6).toString("hex")}@patients.test`;
}

function found<T>(row: T | undefined): T {
  if (!row) throw new Error("A row that was just written is not there");
  return row;
}
