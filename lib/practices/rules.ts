import type { StaffRole } from "@/lib/context";
import { type NameRefusal, whyNotName } from "@/lib/typed-name";

export type SlugRefusal = "slug-malformed" | "slug-taken";
export type PracticeRefusal = NameRefusal | SlugRefusal | "unknown-time-zone";
export type StaffRefusal = NameRefusal | "no-roles" | "already-staff";
export type RoleChangeRefusal = "last-owner" | "role-not-held" | "role-already-held";

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

export function whyNotPractice(input: {
  slug: string;
  name: string;
  timeZone: string;
}): PracticeRefusal | null {
  const refusal = whyNotSlug(input.slug) ?? whyNotName(input.name);
  if (refusal) return refusal;
  return isTimeZone(input.timeZone) ? null : "unknown-time-zone";
}

export function whyNotStaff(
  input: { name: string; roles: readonly StaffRole[] },
  isKnown: boolean,
): StaffRefusal | null {
  if (input.roles.length === 0) return "no-roles";
  return whyNotName(input.name) ?? (isKnown ? "already-staff" : null);
}

export type OpenRole = { staffId: string; role: StaffRole };

export function whyNotGrantRole(open: readonly OpenRole[], asked: OpenRole): RoleChangeRefusal | null {
  return open.some((one) => isSameRole(one, asked)) ? "role-already-held" : null;
}

export function whyNotEndRole(open: readonly OpenRole[], asked: OpenRole): RoleChangeRefusal | null {
  if (!open.some((one) => isSameRole(one, asked))) return "role-not-held";
  const owners = open.filter(({ role }) => role === "owner");
  return asked.role === "owner" && owners.length === 1 ? "last-owner" : null;
}

function isSameRole(one: OpenRole, other: OpenRole): boolean {
  return one.staffId === other.staffId && one.role === other.role;
}
