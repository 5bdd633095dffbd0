import { Refused } from "@/lib/errors";
import type { EditableField, PatientRefusal, TreatingRefusal } from "@/lib/patients/rules";
import type { EditedPatient } from "@/lib/screens/desk/patients";

const fieldOf: Partial<Record<PatientRefusal | TreatingRefusal, EditableField>> = {
  "name-not-drawable": "legalName",
  "address-of-another-patient": "email",
  "address-of-staff": "email",
  "mailbox-owner-needed": "mailboxOf",
  "mailbox-of-adult": "mailboxOf",
  "phone-malformed": "phone",
  "date-of-birth-in-future": "dateOfBirth",
  "treating-not-therapist": "treatingStaffId",
  "treating-not-you": "treatingStaffId",
  "therapist-needed": "treatingStaffId",
};

export type Saved =
  | { patientId: string }
  | { refused: { field: EditableField; reason: string; details: Record<string, string | number> } }
  | { changed: EditedPatient };

/** What a colleague stored since the form was loaded comes back to it, to stand beside what was typed. */
export async function besideChange(
  saving: Promise<Saved>,
  storedNow: () => Promise<EditedPatient>,
): Promise<Saved> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof Refused && error.reason === "changed-meanwhile")) throw error;
    return { changed: await storedNow() };
  }
}

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
