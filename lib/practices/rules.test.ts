import { describe, expect, test } from "vitest";
import type { StaffRole } from "@/lib/context";
import {
  isTimeZone,
  type OpenRole,
  whyNotEndRole,
  whyNotGrantRole,
  whyNotPractice,
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

test.each([
  [{ slug: "Harbor" }, "slug-malformed"],
  [{ name: "  " }, "name-empty"],
  [{ name: "Har\u202ebor" }, "name-bidi-characters"],
  [{ timeZone: "Mars/Olympus" }, "unknown-time-zone"],
  [{}, null],
])("a practice with %o is refused for %s", (change, reason) => {
  const practice = { slug: "harbor", name: "Harbor", timeZone: "America/Los_Angeles" };
  expect(whyNotPractice({ ...practice, ...change })).toBe(reason);
});

test.each<[string, StaffRole[], boolean, string | null]>([
  ["Dana", [], false, "no-roles"],
  ["\u0007", ["office"], false, "name-control-characters"],
  ["Dana", ["office"], true, "already-staff"],
  ["Dana", ["office"], false, null],
])("inviting %o as %o, known: %s, is refused for %s", (name, roles, isKnown, reason) => {
  expect(whyNotStaff({ name, roles }, isKnown)).toBe(reason);
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
    expect(whyNotGrantRole(one, role("a", "therapist"))).toBe("role-already-held");
    expect(whyNotGrantRole(one, role("a", "office"))).toBeNull();
  });
});
