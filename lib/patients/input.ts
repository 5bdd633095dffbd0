import { z } from "zod";
import { whyNotAddress } from "@/lib/address";
import { languages } from "@/lib/languages";
import { pastDay } from "@/lib/past-day";
import { whyNotPhone } from "@/lib/phone";
import { reasoned } from "@/lib/practices/input";
import { whyNotName } from "@/lib/typed-name";
import { editableFields, mailboxOwners, whyNotBorn } from "./rules";

/** A field that may stay empty: a form sends "" for it. */
function optional(most: number, whyNot: (text: string) => string | null) {
  return reasoned(most, (text) => (text.trim() === "" ? null : whyNot(text.trim())))
    .nullable()
    .default(null)
    .transform((text) => text?.trim() || null);
}

/** A choice that may stay open: a form sends "" for it. */
function orNothing<T extends z.ZodType>(chosen: T) {
  return z.union([chosen, z.literal("").transform(() => null), z.null()]);
}

const fields = {
  legalName: reasoned(300, whyNotName),
  calledName: optional(300, whyNotName),
  email: optional(300, whyNotAddress),
  phone: optional(60, whyNotPhone),
  language: z.enum(languages),
  dateOfBirth: reasoned(10, (day) => (day ? whyNotBorn(day) : "date-of-birth-missing")),
  treatingStaffId: orNothing(z.uuid()).default(null),
  /** Asked of who is under age; whoever is of age has an address of their own. */
  mailboxOf: orNothing(z.enum(mailboxOwners)).optional(),
};

export const addPatientInput = z.strictObject({
  ...fields,
  /** A patient of this name and birth date, whom they were asked about: this is somebody else. */
  otherThan: z.uuid().optional(),
});
export type AddPatientInput = z.output<typeof addPatientInput>;

const stored = z.string().max(300).nullable();

export const editPatientInput = z.strictObject({
  ...fields,
  patientId: z.uuid(),
  /** What the form started from: a change of a colleague since then is not overwritten. */
  loaded: z.record(z.enum(editableFields), stored),
});
export type EditPatientInput = z.output<typeof editPatientInput>;

export const patientIdInput = z.strictObject({ patientId: z.uuid() });
export type PatientIdInput = z.infer<typeof patientIdInput>;

/** Without a day, today. */
export const noteFirstMeetingInput = z.strictObject({ patientId: z.uuid(), metOn: pastDay.optional() });
export type NoteFirstMeetingInput = z.infer<typeof noteFirstMeetingInput>;

/** One of the two, whichever the person has at hand. */
export type ProveFirstEntryInput = { dateOfBirth: string } | { code: string };
