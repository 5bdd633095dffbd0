import type { StaffContext } from "@/lib/context";
import { readPage } from "@/lib/in-practice";
import { getPatient } from "@/lib/patients/queries";
import { mustMay } from "@/lib/roles";

/** Whose earlier agreement somebody wants to file; a patient out of reach is not found before anything is read. */
export async function agreementFormPage(ctx: StaffContext, patientId: string) {
  mustMay(ctx, "note-agreements");
  return readPage(ctx, async (tx) => {
    const { id } = await getPatient(tx, ctx, patientId, "note-agreements");
    return { patientId: id };
  });
}
