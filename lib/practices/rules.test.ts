import { describe, expect, test } from "vitest";
import type { StaffRole } from "@/lib/context";
import {
  changedSettings,
  isTimeZone,
  type OpenRole,
  whyNotEndRole,
  whyNotGrantRole,
  whyNotSettings,
  whyNotSlug,
  whyNotStaff,
} from "./rules";

describe("a slug is short, lower case, and words joined by single hyphens", () => {
  test.each(["harbor", "harbor-2", "a-b-c", "abc"])("%s is one", (slug) =>
    expect(whyNotSlug(slug)).toBeNull(),
  );
  test.each([
    "",
    "ab",
    "Harbor",
    "harbor-",
    "-harbor",
    "har--bor",
    "2harbor",
    "har bor",
    "har/bor",
    "har.bor",
    "hårbor",
    "x".repeat(41),
  ])("%s is not", (slug) => expect(whyNotSlug(slug)).toBe("slug-malformed"));
});

describe("a time zone is a place on the map", () => {
  test.each([
    "America/Los_Angeles",
    "Europe/Madrid",
    "America/Argentina/Buenos_Aires",
    "Asia/Kolkata",
    "UTC",
  ])("%s is one", (name) => expect(isTimeZone(name)).toBe(true));
  test.each(["", "Mars/Olympus", "+02:00", "PST", "Pacific time", "America/", "America/Los Angeles"])(
    "%s is not",
    (name) => expect(isTimeZone(name)).toBe(false),
  );
});

const harbor = {
  name: "Harbor",
  phone: "(555) 010-0100",
  timeZone: "America/Los_Angeles",
  crisisLine: { en: "988 or 911", es: "988 o 911" },
};

test.each([
  [{ name: "  " }, "name-empty"],
  [{ name: "Har\u202ebor" }, "name-bidi-characters"],
  [{ phone: "(555) 010\u20110100" }, "phone-malformed"],
  [{ phone: "ask Dana" }, "phone-malformed"],
  [{ timeZone: "Mars/Olympus" }, "unknown-time-zone"],
  [{ crisisLine: { en: "988", es: "\u2060" } }, "crisis-line-empty"],
  [{ crisisLine: { en: "988\nor 911", es: "988" } }, "crisis-line-unreadable"],
  [{}, null],
])("settings with %o are refused for %s", (change, reason) => {
  expect(whyNotSettings({ ...harbor, ...change })).toBe(reason);
});

test("a change of the settings names those that differ", () => {
  expect(changedSettings(harbor, harbor)).toEqual([]);
  const next = { ...harbor, phone: "555-0101", crisisLine: { ...harbor.crisisLine, es: "988" } };
  expect(changedSettings(harbor, next)).toEqual(["phone", "crisisLineEs"]);
});

test.each<[string, StaffRole[], string, string | null]>([
  ["Dana", [], "nobody", "no-roles"],
  ["\u0007", ["office"], "nobody", "name-control-characters"],
  ["Dana", ["office"], "a colleague", "already-staff"],
  ["Dana", ["office"], "a patient", "address-of-patient"],
  ["Dana", ["office"], "nobody", null],
])("inviting %o as %o with the address of %s is refused for %s", (name, roles, whose, reason) => {
  expect(whyNotStaff({ name, roles }, whose === "a colleague", whose === "a patient")).toBe(reason);
});

describe("roles begin and end", () => {
  const role = (staffId: string, name: StaffRole): OpenRole => ({ staffId, role: name });
  const one = [role("a", "owner"), role("a", "therapist")];

  test("the only owner cannot be removed", () => {
    expect(whyNotEndRole(one, role("a", "owner"))).toBe("last-owner");
  });
  test("one of two owners can be removed", () => {
    expect(whyNotEndRole([...one, role("b", "owner")], role("a", "owner"))).toBeNull();
  });
  test("a role that is not held cannot end", () => {
    expect(whyNotEndRole(one, role("b", "owner"))).toBe("role-not-held");
    expect(whyNotEndRole(one, role("a", "office"))).toBe("role-not-held");
  });
  test("a role is held once", () => {
    expect(whyNotGrantRole(one, role("a", "therapist"), false)).toBe("role-already-held");
    expect(whyNotGrantRole(one, role("a", "office"), false)).toBeNull();
  });
  test("who left and has become a patient since does not come back with that address; who stayed is not asked", () => {
    expect(whyNotGrantRole(one, role("gone", "office"), true)).toBe("address-of-patient");
    expect(whyNotGrantRole(one, role("gone", "office"), false)).toBeNull();
    expect(whyNotGrantRole(one, role("a", "office"), true)).toBeNull();
  });
});
