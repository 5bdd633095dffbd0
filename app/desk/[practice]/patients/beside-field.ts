import { Refused } from "@/lib/errors";
import type { PatientRefusal, TreatingRefusal } from "@/lib/patients/rules";

export type PatientField = "legalName" | "calledName" | "email" | "phone" | "dateOfBirth" | "treatingStaffId";

const fieldOf: Partial<Record<PatientRefusal | TreatingRefusal, PatientField>> = {
  "name-not-drawable": "legalName",
  "address-of-another-adult": "email",
  "phone-malformed": "phone",
  "date-of-birth-in-future": "dateOfBirth",
  "treating-not-therapist": "treatingStaffId",
  "treating-not-you": "treatingStaffId",
  "therapist-needed": "treatingStaffId",
};

export type Saved =
  | { patientId: string }
  | { refused: { field: PatientField; reason: string; details: Record<string, string | number> } };

/** A refusal that is about one field comes back as such; every other goes its usual way. */
export async function besideField(saving: Promise<{ patientId: string }>): Promise<Saved> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const field = new Map(Object.entries(fieldOf)).get(error.reason);
    if (!field) throw error;
    return { refused: { field, reason: error.reason, details: error.details } };
  }
}
