import { describe, expect, test } from "vitest";
import { type EditableField, whyNotAdd, whyNotEdit, whyNotMakeCode } from "./rules";

test.each([
  ["who changed the address, with colleagues who may", true, 1, "code-by-colleague"],
  ["who changed the address and is alone", true, 0, null],
  ["who did not change it", false, 1, null],
  ["who is alone and did not change it", false, 0, null],
])("a code made by somebody %s", (_, isChanger, colleagues, reason) =>
  expect(whyNotMakeCode(false, { isChanger, colleagues })).toBe(reason),
);

describe("where a patient stands in the practice", () => {
  const next = { mailboxOf: "patient" as const, treatingStaffId: "a" };
  const free: Parameters<typeof whyNotAdd>[1] = { sharing: [], isOfStaff: false, therapistIds: ["a", "b"] };
  const taken: typeof free = { ...free, sharing: [{ mailboxOf: "patient" as const }] };

  test.each<[string, Parameters<typeof whyNotAdd>[0], typeof free, string | null, string | null]>([
    ["free", next, free, null, null],
    ["the address of another patient", next, taken, null, "address-of-another-patient"],
    ["the address of staff", next, { ...free, isOfStaff: true }, null, "address-of-staff"],
    ["nobody treats them", { ...next, treatingStaffId: null }, free, null, "therapist-needed"],
    ["no therapist treats them", { ...next, treatingStaffId: "c" }, free, null, "treating-not-therapist"],
    ["added for oneself", next, free, "a", null],
    ["added for a colleague", next, free, "b", "treating-not-you"],
  ])("is looked at when they are added: %s", (_, facts, known, onlyForId, reason) =>
    expect(whyNotAdd(facts, known, onlyForId)).toBe(reason),
  );

  const crowded: typeof free = { ...taken, isOfStaff: true, therapistIds: [] };
  test.each<[EditableField[], typeof free, string | null]>([
    [["phone"], crowded, null],
    [["email"], taken, "address-of-another-patient"],
    [["mailboxOf"], taken, "address-of-another-patient"],
    [["email"], { ...free, isOfStaff: true }, "address-of-staff"],
    [["mailboxOf"], { ...free, isOfStaff: true }, null],
    [["treatingStaffId"], crowded, "treating-not-therapist"],
  ])("is looked at when %o changes, and only that", (changed, known, reason) =>
    expect(whyNotEdit(changed, next, known)).toBe(reason),
  );
});
