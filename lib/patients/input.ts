import { z } from "zod";
import { whyNotAddress } from "@/lib/address";
import { languages } from "@/lib/languages";
import { reasoned } from "@/lib/practices/input";
import { whyNotName } from "@/lib/typed-name";
import { whyNotBorn, whyNotPhone } from "./rules";

/** A field that may stay empty: a form sends "" for it. */
function optional(most: number, whyNot: (text: string) => string | null) {
  return reasoned(most, (text) => (text.trim() === "" ? null : whyNot(text.trim())))
    .nullable()
    .default(null)
    .transform((text) => text?.trim() || null);
}

const fields = {
  legalName: reasoned(300, whyNotName),
  calledName: optional(300, whyNotName),
  email: optional(300, whyNotAddress),
  phone: optional(60, whyNotPhone),
  language: z.enum(languages),
  dateOfBirth: reasoned(10, whyNotBorn),
  treatingStaffId: z.union([z.uuid(), z.literal("").transform(() => null), z.null()]).default(null),
};

export const addPatientInput = z.strictObject(fields);
export type AddPatientInput = z.output<typeof addPatientInput>;

export const editPatientInput = z.strictObject({ ...fields, patientId: z.uuid() });
export type EditPatientInput = z.output<typeof editPatientInput>;

export const patientIdInput = z.strictObject({ patientId: z.uuid() });
export type PatientIdInput = z.infer<typeof patientIdInput>;

/** One of the two, whichever the person has at hand. */
export type ProveFirstEntryInput = { dateOfBirth: string } | { code: string };
