import { Refused } from "@/lib/errors";
import type { EditableField, PatientRefusal, TreatingRefusal } from "@/lib/patients/rules";
import type { EditedPatient } from "@/lib/screens/desk/patients";

export type Namesake = { id: string; name: string };
export type SavedPatient = { patientId: string } | { changed: EditedPatient } | { namesake: Namesake };

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

/** Whoever is there already comes back to the form, to be asked about. */
export async function besideNamesake(saving: Promise<SavedPatient>): Promise<SavedPatient> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof Refused && error.reason === "same-patient-there")) throw error;
    const { patientId, name } = error.details;
    return { namesake: { id: String(patientId), name: String(name) } };
  }
}

/** What a colleague stored since the form was loaded comes back to it, to stand beside what was typed. */
export async function besideChange(
  saving: Promise<SavedPatient>,
  storedNow: () => Promise<EditedPatient>,
): Promise<SavedPatient> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof Refused && error.reason === "changed-meanwhile")) throw error;
    return { changed: await storedNow() };
  }
}
