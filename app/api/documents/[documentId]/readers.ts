import { findPatientEntry, findStaffContext } from "@/lib/auth/session";
import { worlds } from "@/lib/auth/worlds";
import type { PatientContext, StaffContext } from "@/lib/context";

/** As whom a person could be reading: a document's address names no practice. Their own papers come first. */
export async function readersOf(userId: string): Promise<(PatientContext | StaffContext)[]> {
  const open = await worlds(userId);
  const readers: (PatientContext | StaffContext)[] = [];
  for (const { slug } of open.filter(({ kind }) => kind === "patient")) {
    const entry = await findPatientEntry(slug);
    if (typeof entry !== "string" && entry.ctx.patientIds.length > 0) readers.push(entry.ctx);
  }
  for (const { slug } of open.filter(({ kind }) => kind === "staff")) {
    const ctx = await findStaffContext(slug);
    if (typeof ctx !== "string") readers.push(ctx);
  }
  return readers;
}
