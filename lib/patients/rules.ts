import { type AddressRefusal, whyNotAddress } from "@/lib/address";
import type { StaffRole } from "@/lib/context";
import { whyNotPhone } from "@/lib/phone";
import { type NameRefusal, whyNotName } from "@/lib/typed-name";
import type { Capacity } from "@/verifier/record";

export type DayRefusal = "date-of-birth-not-a-day" | "date-of-birth-too-early" | "date-of-birth-in-future";
type ShortMonth = (typeof shortMonths)[number];
export type DayOfMonthRefusal = `date-of-birth-in-month-${ShortMonth}` | "date-of-birth-in-long-month";
export type PatientRefusal =
  | NameRefusal
  | AddressRefusal
  | DayRefusal
  | MailboxRefusal
  | "name-not-drawable"
  | "phone-malformed"
  | "address-of-another-patient"
  | "address-of-staff"
  | "same-patient-there"
  | "changed-meanwhile";
export type MailboxRefusal = "mailbox-owner-needed" | "mailbox-of-adult";
export type TreatingRefusal = "treating-not-therapist" | "treating-not-you" | "therapist-needed";
export type ArchiveRefusal = "already-archived" | "not-archived";
export type EntryCodeRefusal = "patient-archived" | "code-by-colleague";
export type QuestionLinkRefusal = EntryRefusal | "link-unknown" | "question-settled";
export type EntryRefusal = "entry-mismatch" | "entry-locked";

export type PatientFacts = {
  legalName: string;
  calledName: string;
  email: string | null;
  phone: string | null;
  dateOfBirth: string;
};

export function whyNotPatient(facts: PatientFacts, today: string): PatientRefusal | null {
  return (
    whyNotName(facts.legalName) ??
    whyNotName(facts.calledName) ??
    (facts.email === null ? null : whyNotAddress(facts.email)) ??
    (facts.phone === null ? null : whyNotPhone(facts.phone)) ??
    whyNotBorn(facts.dateOfBirth) ??
    (facts.dateOfBirth > today ? "date-of-birth-in-future" : null)
  );
}

export function whyNotBorn(day: string): "date-of-birth-not-a-day" | "date-of-birth-too-early" | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return "date-of-birth-not-a-day";
  const time = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
  if (!isDay) return "date-of-birth-not-a-day";
  return day < "1900-01-01" ? "date-of-birth-too-early" : null;
}

const shortMonths = ["02", "04", "06", "09", "11"] as const;

/** A day that its month does not have; the reason names the month. */
export function whyNotDayOfMonth(day: string): DayOfMonthRefusal | null {
  const [, year, month, date] = (/^(\d{4})-(0[1-9]|1[0-2])-(\d{2})$/.exec(day) ?? []).map(Number);
  if (!year || !month || !date || date <= new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const short = shortMonths.find((one) => Number(one) === month);
  return short ? `date-of-birth-in-month-${short}` : "date-of-birth-in-long-month";
}

export function isAdult(dateOfBirth: string, today: string): boolean {
  return `${Number(dateOfBirth.slice(0, 4)) + 18}${dateOfBirth.slice(4)}` <= today;
}

export const mailboxOwners = ["patient", "parent", "guardian"] as const;
export type MailboxOwner = (typeof mailboxOwners)[number];
export type MailboxFacts = { email: string | null; dateOfBirth: string; mailboxOf: MailboxOwner | null };

/** Whose an address is: as somebody says, else as it was noted before; who is of age has their own. */
export function whoseMailbox(said: MailboxFacts, earlier: MailboxFacts | null, today: string) {
  if (said.email === null) return null;
  const noted = earlier?.email === said.email ? earlier.mailboxOf : null;
  return said.mailboxOf ?? noted ?? (isAdult(said.dateOfBirth, today) ? "patient" : null);
}

/** Who has come of age since may keep what was noted, until somebody changes it. */
export function whyNotMailbox(
  next: MailboxFacts,
  earlier: MailboxFacts | null,
  today: string,
): MailboxRefusal | null {
  const { email, dateOfBirth, mailboxOf } = next;
  if (email === null) return null;
  if (mailboxOf === null) return "mailbox-owner-needed";
  if (mailboxOf === "patient" || !isAdult(dateOfBirth, today)) return null;
  const isAsNoted =
    email === earlier?.email && dateOfBirth === earlier.dateOfBirth && mailboxOf === earlier.mailboxOf;
  return isAsNoted ? null : "mailbox-of-adult";
}

/** A mailbox opens everything it stands for, so it is one patient's own at most; a parent and children may share it. */
export function whyNotShareAddress(
  mailboxOf: MailboxOwner | null,
  others: readonly { mailboxOf: MailboxOwner | null }[],
): "address-of-another-patient" | null {
  const isTaken = mailboxOf === "patient" && others.some((other) => other.mailboxOf === "patient");
  return isTaken ? "address-of-another-patient" : null;
}

/** Whom a new patient is treated by when nobody is named: whoever adds them, or the only therapist there is. */
export function whoTreats(asked: string | null, actingId: string | null, therapistIds: readonly string[]) {
  if (asked) return asked;
  if (actingId && therapistIds.includes(actingId)) return actingId;
  return therapistIds.length === 1 ? (therapistIds[0] ?? null) : null;
}

export function whyNotTreat(
  treatingId: string | null,
  therapistIds: readonly string[],
): "treating-not-therapist" | "therapist-needed" | null {
  if (!treatingId) return "therapist-needed";
  return therapistIds.includes(treatingId) ? null : "treating-not-therapist";
}

type AddressAndTherapist = { mailboxOf: MailboxOwner | null; treatingStaffId: string | null };
/** What the practice has already: who shares the address, whether staff uses it, and its therapists. */
type PatientSurroundings = {
  sharing: readonly { mailboxOf: MailboxOwner | null }[];
  isOfStaff: boolean;
  therapistIds: readonly string[];
};
/** Whom whoever adds is asked about first: the patients of the same name and birth date, unless they were. */
export function whomToAskAbout<T extends { id: string }>(
  namesakes: readonly T[],
  otherThan: string | undefined,
): T | null {
  return namesakes.some(({ id }) => id === otherThan) ? null : (namesakes[0] ?? null);
}

type PlacingRefusal = ReturnType<typeof whyNotShareAddress> | "address-of-staff" | TreatingRefusal;

/** `onlyForId` is set for who reaches only their own patients: they add only their own. */
export function whyNotAdd(
  next: AddressAndTherapist,
  { sharing, isOfStaff, therapistIds }: PatientSurroundings,
  onlyForId: string | null,
): PlacingRefusal | null {
  const isColleagues = onlyForId !== null && next.treatingStaffId !== onlyForId;
  return (
    whyNotShareAddress(next.mailboxOf, sharing) ??
    (isOfStaff ? "address-of-staff" : null) ??
    whyNotTreat(next.treatingStaffId, therapistIds) ??
    (isColleagues ? "treating-not-you" : null)
  );
}

/** What an edit leaves as it was is not judged anew. */
export function whyNotEdit(
  changed: readonly EditableField[],
  next: AddressAndTherapist,
  { sharing, isOfStaff, therapistIds }: PatientSurroundings,
): PlacingRefusal | null {
  const isOtherAddress = changed.includes("email");
  return (
    (isOtherAddress || changed.includes("mailboxOf") ? whyNotShareAddress(next.mailboxOf, sharing) : null) ??
    (isOtherAddress && isOfStaff ? "address-of-staff" : null) ??
    (changed.includes("treatingStaffId") ? whyNotTreat(next.treatingStaffId, therapistIds) : null)
  );
}

export const editableFields = [
  "legalName",
  "calledName",
  "email",
  "phone",
  "language",
  "dateOfBirth",
  "treatingStaffId",
  "mailboxOf",
] as const;
export type EditableField = (typeof editableFields)[number];
type Editable = Record<EditableField, string | null>;

/** What an edit of this patient starts from. */
export function editableFacts<P extends Editable>(patient: P): Pick<P, EditableField> {
  const { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId, mailboxOf } = patient;
  return { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId, mailboxOf };
}

export function changedFields(earlier: Editable, next: Editable) {
  return editableFields.filter((field) => next[field] !== earlier[field]);
}

export function whyNotArchive(isArchived: boolean): ArchiveRefusal | null {
  return isArchived ? "already-archived" : null;
}

export function whyNotRestore(isArchived: boolean): ArchiveRefusal | null {
  return isArchived ? null : "not-archived";
}

/** Whoever changed the address hands out no code for it, as long as somebody else here may. */
export function whyNotMakeCode(
  isArchived: boolean,
  makes: { isChanger: boolean; colleagues: number },
): EntryCodeRefusal | null {
  if (isArchived) return "patient-archived";
  return makes.isChanger && makes.colleagues > 0 ? "code-by-colleague" : null;
}

export type ViewReason = "treating" | "office" | "owner" | "auditor";

/** Why somebody opened a record, as the patient will read it. */
export function viewReason(
  staff: { staffId: string; roles: readonly StaffRole[] },
  treatingStaffId: string,
): ViewReason {
  if (staff.staffId === treatingStaffId) return "treating";
  if (staff.roles.includes("office")) return "office";
  return staff.roles.includes("owner") ? "owner" : "auditor";
}

export const missesUntilLocked = 5;

export type FirstMeetingRefusal = "already-met" | "met-in-future" | "patient-archived";

export function whyNotMet(
  patient: { hasMet: boolean; isArchived: boolean },
  metOn: string,
  today: string,
): FirstMeetingRefusal | null {
  if (patient.isArchived) return "patient-archived";
  if (patient.hasMet) return "already-met";
  return metOn > today ? "met-in-future" : null;
}

/** As whom the reader of the patient's mailbox answers; null once the patient is of age and it is somebody else's. */
export function signingCapacity(
  patient: { mailboxOf: MailboxOwner | null; dateOfBirth: string },
  today: string,
): Capacity | null {
  const { mailboxOf, dateOfBirth } = patient;
  if (mailboxOf === null || mailboxOf === "patient") return "self";
  return isAdult(dateOfBirth, today) ? null : mailboxOf;
}
