import { describe, expect, test } from "vitest";
import type { StaffRole } from "@/lib/context";
import { whyNotPhone } from "@/lib/phone";
import { addPatientInput } from "./input";
import {
  changedFields,
  isAdult,
  type MailboxFacts,
  type MailboxOwner,
  type PatientFacts,
  type PatientRefusal,
  viewReason,
  whoseMailbox,
  whoTreats,
  whyNotArchive,
  whyNotBorn,
  whyNotDayOfMonth,
  whyNotMailbox,
  whyNotMakeCode,
  whyNotPatient,
  whyNotRestore,
  whyNotShareAddress,
  whyNotTreat,
} from "./rules";

const day = "2026-03-03";
const ana: PatientFacts = {
  legalName: "Ana María Ruiz",
  calledName: "Ana",
  email: "ana@patients.test",
  phone: "+1 (555) 010-0101",
  dateOfBirth: "1988-04-12",
};

describe("what is typed about a patient", () => {
  test("may lack an address and a phone", () => {
    expect(whyNotPatient(ana, day)).toBeNull();
    expect(whyNotPatient({ ...ana, email: null, phone: null }, day)).toBeNull();
  });

  test.each<[Partial<PatientFacts>, PatientRefusal]>([
    [{ legalName: "" }, "name-empty"],
    [{ legalName: " \u200b\u3000" }, "name-empty"],
    [{ legalName: "Ana\u0000" }, "name-control-characters"],
    [{ legalName: "Ana \u202eziuR" }, "name-bidi-characters"],
    [{ legalName: "A".repeat(121) }, "name-too-long"],
    [{ legalName: "Ana \ud800" }, "name-lone-surrogate"],
    [{ calledName: "\u2066Ana" }, "name-bidi-characters"],
    [{ email: "" }, "address-empty"],
    [{ email: '"ana"@patients.test' }, "address-quoted"],
    [{ email: "ana@patients.test, eve@evil.test" }, "address-two-recipients"],
    [{ email: "ana＠patients.test" }, "address-not-ascii"],
    [{ email: "ana@patients" }, "address-malformed"],
    [{ email: `${"a".repeat(65)}@patients.test` }, "address-too-long"],
    [{ phone: "ring me" }, "phone-malformed"],
    [{ dateOfBirth: "12.4.1988" }, "date-of-birth-not-a-day"],
    [{ dateOfBirth: "1899-12-31" }, "date-of-birth-too-early"],
    [{ dateOfBirth: "2026-03-04" }, "date-of-birth-in-future"],
  ])("%o is refused for %s", (change, reason) => {
    expect(whyNotPatient({ ...ana, ...change }, day)).toBe(reason);
  });
});

describe("a phone number is something one can dial", () => {
  test.each(["555-0101", "+34 600 123 456", "(555) 010-0100 ext. 12", "555.010.0100 x3", "112"])(
    "%s",
    (phone) => expect(whyNotPhone(phone)).toBeNull(),
  );
  test.each(["", "12", "call Ana", "555-0101; 555-0102", "+", "5".repeat(41)])("not %s", (phone) =>
    expect(whyNotPhone(phone)).toBe("phone-malformed"),
  );
});

test.each([
  ["2000-02-29", null],
  ["1900-01-01", null],
  ["2001-02-29", "date-of-birth-not-a-day"],
  ["2001-13-01", "date-of-birth-not-a-day"],
  ["2001-1-1", "date-of-birth-not-a-day"],
  ["", "date-of-birth-not-a-day"],
  ["1899-12-31", "date-of-birth-too-early"],
])("the day of birth %s: %s", (text, reason) => expect(whyNotBorn(text)).toBe(reason));

test.each([
  ["1991-04-30", null],
  ["1991-04-31", "date-of-birth-in-month-04"],
  ["1988-02-29", null],
  ["1991-02-29", "date-of-birth-in-month-02"],
  ["1991-12-31", null],
  ["1991-12-32", "date-of-birth-in-long-month"],
  ["1991-13-01", null],
  ["1991-4-31", null],
])("the day of its month %s: %s", (text, reason) => expect(whyNotDayOfMonth(text)).toBe(reason));

test.each([
  ["2008-03-03", true],
  ["2008-03-04", false],
  ["2008-02-29", true],
  ["1990-12-31", true],
])("born on %s, adult on 3 March 2026: %s", (born, adult) => expect(isAdult(born, day)).toBe(adult));

describe("one address", () => {
  const own = { mailboxOf: "patient" as const };
  const parents = { mailboxOf: "parent" as const };
  test.each([
    ["a parent and children", own, [parents, parents], null],
    ["a child of a parent who is a patient", parents, [own], null],
    ["siblings", parents, [parents], null],
    ["two who call it their own", own, [own], "address-of-another-patient"],
    ["two of several", own, [parents, own], "address-of-another-patient"],
    ["a child among two from before", parents, [own, own], null],
    ["somebody alone", own, [], null],
    ["nobody has an address", { mailboxOf: null }, [{ mailboxOf: null }], null],
  ])("%s", (_, patient, others, reason) => {
    expect(whyNotShareAddress(patient.mailboxOf, others)).toBe(reason);
  });
});

describe("whose mailbox it is", () => {
  const adult = { email: "a@patients.test", dateOfBirth: "2008-03-03", mailboxOf: null };
  const minor = { ...adult, dateOfBirth: "2008-03-04" };
  const parents = { mailboxOf: "parent" as const };
  const other = { email: "b@patients.test" };

  test.each<[string, MailboxFacts, MailboxFacts | null, MailboxOwner | null]>([
    ["an adult's own, unasked", adult, null, "patient"],
    ["a child's: as was said", { ...minor, ...parents }, null, "parent"],
    ["a child's, unasked: unknown", minor, null, null],
    ["unasked at the same address: as noted", minor, { ...minor, ...parents }, "parent"],
    ["unasked at the same address, of age since: as noted", adult, { ...adult, ...parents }, "parent"],
    [
      "unasked at another address: an adult's own",
      { ...adult, ...other },
      { ...adult, ...parents },
      "patient",
    ],
    ["said anew", { ...adult, mailboxOf: "patient" }, { ...adult, ...parents }, "patient"],
    ["nobody's without an address", { ...minor, ...parents, email: null }, null, null],
  ])("%s", (_, said, earlier, owner) => {
    expect(whoseMailbox(said, earlier, day)).toBe(owner);
  });

  test.each<[string, MailboxFacts, MailboxFacts | null, string | null]>([
    ["an adult's own", { ...adult, mailboxOf: "patient" }, null, null],
    ["a child's own", { ...minor, mailboxOf: "patient" }, null, null],
    ["a child's guardian's", { ...minor, mailboxOf: "guardian" }, null, null],
    ["a child's, not said whose", minor, null, "mailbox-owner-needed"],
    ["a parent's for an adult", { ...adult, ...parents }, null, "mailbox-of-adult"],
    [
      "a parent's, noted before the patient came of age",
      { ...adult, ...parents },
      { ...adult, ...parents },
      null,
    ],
    [
      "another address of a parent for an adult",
      { ...adult, ...parents, ...other },
      { ...adult, ...parents },
      "mailbox-of-adult",
    ],
    [
      "a parent's, the date of birth corrected to an adult's",
      { ...adult, ...parents },
      { ...minor, ...parents },
      "mailbox-of-adult",
    ],
    ["no address", { ...minor, email: null }, null, null],
  ])("may be %s", (_, next, earlier, reason) => {
    expect(whyNotMailbox(next, earlier, day)).toBe(reason);
  });
});

describe("the treating therapist", () => {
  test.each([
    ["the one who was named", "b", "a", ["a", "b"], "b"],
    ["whoever adds the patient, if a therapist", null, "a", ["a", "b"], "a"],
    ["the only therapist there is", null, "office", ["a"], "a"],
    ["nobody, when several could", null, "office", ["a", "b"], null],
    ["nobody, when there is none", null, null, [], null],
  ])("is %s", (_, asked, acting, therapists, treats) => {
    expect(whoTreats(asked, acting, therapists)).toBe(treats);
  });

  test("holds the therapist role", () => {
    expect(whyNotTreat(null, ["a"])).toBe("therapist-needed");
    expect(whyNotTreat("office", ["a"])).toBe("treating-not-therapist");
    expect(whyNotTreat("a", ["a"])).toBeNull();
  });
});

test("a patient is archived once, restored once, and gets no code meanwhile", () => {
  expect(whyNotArchive(true)).toBe("already-archived");
  expect(whyNotArchive(false)).toBeNull();
  expect(whyNotRestore(false)).toBe("not-archived");
  expect(whyNotRestore(true)).toBeNull();
  expect(whyNotMakeCode(true, { isChanger: false, colleagues: 1 })).toBe("patient-archived");
});

test.each<[StaffRole[], string, string]>([
  [["owner", "therapist"], "me", "treating"],
  [["owner", "therapist"], "colleague", "owner"],
  [["owner", "office"], "colleague", "office"],
  [["auditor"], "colleague", "auditor"],
])("%o opening a patient treated by %s reads as %s", (roles, treating, reason) => {
  expect(viewReason({ staffId: "me", roles }, treating)).toBe(reason);
});

test("an edit names the fields that differ", () => {
  const columns = { ...ana, language: "en", treatingStaffId: "a", mailboxOf: "patient" };
  expect(changedFields(columns, columns)).toEqual([]);
  expect(changedFields(columns, { ...columns, email: null, language: "es" })).toEqual(["email", "language"]);
});

describe("the form", () => {
  const form = { legalName: "Ana María Ruiz", language: "es", dateOfBirth: "1988-04-12" };

  test("leaves empty fields empty", () => {
    const parsed = addPatientInput.parse({
      ...form,
      calledName: " ",
      email: "",
      phone: "",
      treatingStaffId: "",
    });
    expect(parsed).toMatchObject({ calledName: null, email: null, phone: null, treatingStaffId: null });
    expect(addPatientInput.parse(form)).toEqual(parsed);
  });

  test("answers with the reasons of the rules", () => {
    const bad = { ...form, legalName: " ", email: "ana@patients", phone: "x", dateOfBirth: "2001-02-29" };
    const issues = addPatientInput
      .safeParse(bad)
      .error?.issues.map(({ path, message }) => [path[0], message]);
    expect(issues).toEqual([
      ["legalName", "name-empty"],
      ["email", "address-malformed"],
      ["phone", "phone-malformed"],
      ["dateOfBirth", "date-of-birth-not-a-day"],
    ]);
  });
});
