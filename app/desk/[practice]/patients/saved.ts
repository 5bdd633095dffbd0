import { Refused } from "@/lib/errors";
import type { EditableField, PatientRefusal, TreatingRefusal } from "@/lib/patients/rules";
import type { EditedPatient } from "@/lib/screens/desk/patients";

export type Saved = { patientId: string } | { changed: EditedPatient };

/** Which field of a patient each reason is about. */
export const besideField: { fields: Partial<Record<PatientRefusal | TreatingRefusal, EditableField>> } = {
  fields: {
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
  },
};

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
