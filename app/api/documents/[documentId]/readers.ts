import { findPatientEntry, findStaffContext, type SignedIn } from "@/lib/auth/session";
import type { PatientContext, StaffContext } from "@/lib/context";

/** The contexts a person could read this document in, since its address names no practice; as a patient first. */
export async function readersOf({ belongs }: SignedIn): Promise<(PatientContext | StaffContext)[]> {
  const readers: (PatientContext | StaffContext)[] = [];
  for (const { slug } of belongs.filter(({ ofStaff }) => !ofStaff)) {
    const entry = await findPatientEntry(slug);
    if (typeof entry !== "string" && entry.ctx.patientIds.length > 0) readers.push(entry.ctx);
  }
  for (const { slug } of belongs.filter(({ ofStaff }) => ofStaff)) {
    const ctx = await findStaffContext(slug);
    if (typeof ctx !== "string") readers.push(ctx);
  }
  return readers;
}
