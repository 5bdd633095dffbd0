import { and, asc, inArray, isNull } from "drizzle-orm";
import { patientArchivings, patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";

export type Person = { id: string; name: string };

/** Whom this staff member may add to a group, by name. */
export async function listPeopleToJoin(tx: Tx, ctx: StaffContext): Promise<Person[]> {
  return tx
    .select({ id: patients.id, name: patients.legalName })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(and(visiblePatients(ctx, "manage-groups"), isNull(patientArchivings.id)))
    .orderBy(asc(patients.legalName), asc(patients.id));
}

/** Whose page among these this staff member can open. */
export async function listReached(
  tx: Tx,
  ctx: StaffContext,
  patientIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: patients.id })
    .from(patients)
    .where(and(visiblePatients(ctx, "see-patients"), inArray(patients.id, [...patientIds])));
  return new Set(rows.map(({ id }) => id));
}
