import type { StaffRole } from "@/lib/context";
import type { Language } from "@/lib/languages";
import { whyNotPrintedPhone } from "@/lib/phone";
import { type NameRefusal, whyNotName } from "@/lib/typed-name";

export type SlugRefusal = "slug-malformed" | "slug-taken";
export type SettingsRefusal =
  | NameRefusal
  | "name-not-drawable"
  | "unknown-time-zone"
  | "phone-malformed"
  | CrisisLineRefusal;
type CrisisLineRefusal = "crisis-line-empty" | "crisis-line-unreadable" | "crisis-line-not-drawable";
export type StaffRefusal = NameRefusal | "no-roles" | "already-staff" | "address-of-patient";
export type RoleChangeRefusal = "last-owner" | "role-not-held" | "role-already-held" | "address-of-patient";

export function whyNotSlug(slug: string): SlugRefusal | null {
  const fits = slug.length >= 3 && slug.length <= 40 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug);
  return fits ? null : "slug-malformed";
}

/** An offset such as "+02:00" is no place: it knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (name !== "UTC" && !/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

type Settings = { name: string; phone: string; timeZone: string; crisisLine: Record<Language, string> };

export function whyNotSettings({ name, phone, timeZone, crisisLine }: Settings): SettingsRefusal | null {
  return (
    whyNotName(name) ??
    whyNotPrintedPhone(phone) ??
    (isTimeZone(timeZone) ? null : "unknown-time-zone") ??
    whyNotCrisisLine(crisisLine.en) ??
    whyNotCrisisLine(crisisLine.es)
  );
}

/** A line is as plain and as short as a name. */
export function whyNotCrisisLine(line: string): CrisisLineRefusal | null {
  const refusal = whyNotName(line);
  if (refusal === null) return null;
  return refusal === "name-empty" ? "crisis-line-empty" : "crisis-line-unreadable";
}

const settings = ["name", "phone", "timeZone", "crisisLineEn", "crisisLineEs"] as const;

/** The settings one by one, as the trail names them. */
export function settingsFacts({ name, phone, timeZone, crisisLine }: Settings) {
  return { name, phone, timeZone, crisisLineEn: crisisLine.en, crisisLineEs: crisisLine.es };
}

export function changedSettings(earlier: Settings, next: Settings) {
  const [before, after] = [settingsFacts(earlier), settingsFacts(next)];
  return settings.filter((field) => before[field] !== after[field]);
}

export function whyNotStaff(
  input: { name: string; roles: readonly StaffRole[] },
  isKnown: boolean,
  isOfPatient: boolean,
): StaffRefusal | null {
  if (input.roles.length === 0) return "no-roles";
  const refusal = whyNotName(input.name) ?? (isKnown ? "already-staff" : null);
  return refusal ?? (isOfPatient ? "address-of-patient" : null);
}

export type OpenRole = { staffId: string; role: StaffRole };

/** Somebody who worked here and holds no role any more. */
export function hasLeft(open: readonly OpenRole[], staffId: string): boolean {
  return !open.some((one) => one.staffId === staffId);
}

/** Who comes back may have become a patient meanwhile. */
export function whyNotGrantRole(
  open: readonly OpenRole[],
  asked: OpenRole,
  isOfPatient: boolean,
): RoleChangeRefusal | null {
  if (open.some((one) => isSameRole(one, asked))) return "role-already-held";
  return hasLeft(open, asked.staffId) && isOfPatient ? "address-of-patient" : null;
}

export function whyNotEndRole(open: readonly OpenRole[], asked: OpenRole): RoleChangeRefusal | null {
  if (!open.some((one) => isSameRole(one, asked))) return "role-not-held";
  const owners = open.filter(({ role }) => role === "owner");
  return asked.role === "owner" && owners.length === 1 ? "last-owner" : null;
}

function isSameRole(one: OpenRole, other: OpenRole): boolean {
  return one.staffId === other.staffId && one.role === other.role;
}
