import { type AddressRefusal, whyNotAddress } from "@/lib/address";
import type { StaffRole } from "@/lib/context";
import { type NameRefusal, whyNotName } from "@/lib/typed-name";

export type DayRefusal = "date-of-birth-not-a-day" | "date-of-birth-too-early" | "date-of-birth-in-future";
export type PatientRefusal =
  | NameRefusal
  | AddressRefusal
  | DayRefusal
  | "name-not-drawable"
  | "phone-malformed"
  | "address-of-another-adult";
export type TreatingRefusal = "treating-not-therapist" | "treating-not-you" | "therapist-needed";
export type ArchiveRefusal = "already-archived" | "not-archived";
export type EntryCodeRefusal = "patient-archived";
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

/** People write numbers in many ways; it only has to be something one can dial. */
export function whyNotPhone(text: string): "phone-malformed" | null {
  const digits = text.replace(/\D/g, "");
  const fits =
    text.length <= 40 && digits.length >= 3 && /^\+?[\d ()./-]+((ext\.?|x) ?\d+)?$/i.test(text.trim());
  return fits ? null : "phone-malformed";
}

export function whyNotBorn(day: string): "date-of-birth-not-a-day" | "date-of-birth-too-early" | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return "date-of-birth-not-a-day";
  const time = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
  if (!isDay) return "date-of-birth-not-a-day";
  return day < "1900-01-01" ? "date-of-birth-too-early" : null;
}

export function isAdult(dateOfBirth: string, today: string): boolean {
  return `${Number(dateOfBirth.slice(0, 4)) + 18}${dateOfBirth.slice(4)}` <= today;
}

/** A mailbox opens everything it stands for, so two adults may not share one; a parent and children may. */
export function whyNotShareAddress(
  dateOfBirth: string,
  others: readonly { dateOfBirth: string }[],
  today: string,
): "address-of-another-adult" | null {
  if (!isAdult(dateOfBirth, today)) return null;
  return others.some((other) => isAdult(other.dateOfBirth, today)) ? "address-of-another-adult" : null;
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

const editable = [
  "legalName",
  "calledName",
  "email",
  "phone",
  "language",
  "dateOfBirth",
  "treatingStaffId",
] as const;
type Editable = Record<(typeof editable)[number], string | null>;

export function changedFields(earlier: Editable, next: Editable) {
  return editable.filter((field) => next[field] !== earlier[field]);
}

export function whyNotArchive(isArchived: boolean): ArchiveRefusal | null {
  return isArchived ? "already-archived" : null;
}

export function whyNotRestore(isArchived: boolean): ArchiveRefusal | null {
  return isArchived ? null : "not-archived";
}

export function whyNotMakeCode(isArchived: boolean): EntryCodeRefusal | null {
  return isArchived ? "patient-archived" : null;
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
