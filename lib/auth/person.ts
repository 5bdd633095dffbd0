import { and, eq, inArray, isNull } from "drizzle-orm";
import { firstEntries, staffMembers, staffRoles } from "@/db/schema";
import type { Arrival, PatientContext, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { listMembershipsIn } from "./memberships";
import { leadsToPatient } from "./paths";

type Who = { userId: string; practiceId: string; arrival: Arrival };

export type PersonAsPatient = { ctx: PatientContext; unprovenPatientIds: string[] };

/** The person as a member of the practice's staff, with the roles they hold now. */
export async function findAsStaff(
  tx: Tx,
  { userId, practiceId, arrival }: Who,
): Promise<StaffContext | null> {
  const belongs = await listMembershipsIn(tx, userId, practiceId);
  const staffIds = belongs.filter(({ kind }) => kind === "staff").map(({ rowId }) => rowId);
  const rows = await tx
    .select({ staffId: staffMembers.id, role: staffRoles.role })
    .from(staffMembers)
    .innerJoin(
      staffRoles,
      and(
        eq(staffRoles.practiceId, practiceId),
        eq(staffRoles.staffId, staffMembers.id),
        isNull(staffRoles.endedAt),
      ),
    )
    .where(and(eq(staffMembers.practiceId, practiceId), inArray(staffMembers.id, staffIds)));
  const staffId = rows[0]?.staffId;
  if (!staffId) return null;
  const roles = rows.filter((row) => row.staffId === staffId).map(({ role }) => role);
  return { kind: "staff", practiceId, userId, staffId, roles, route: "portal", arrival };
}

/** The person as somebody who acts for patients: those they proved a second fact for, and those still to prove. */
export async function findAsPatient(
  tx: Tx,
  { userId, practiceId, arrival }: Who,
): Promise<PersonAsPatient | null> {
  const belongs = await listMembershipsIn(tx, userId, practiceId);
  const mine = belongs.filter(({ kind }) => kind !== "staff");
  if (mine.length === 0) return null;
  const entries = await tx
    .select({ patientId: firstEntries.patientId })
    .from(firstEntries)
    .where(
      and(
        eq(firstEntries.practiceId, practiceId),
        inArray(
          firstEntries.membershipId,
          mine.map(({ id }) => id),
        ),
      ),
    );
  const proven = new Set(entries.map(({ patientId }) => patientId));
  const rowIds = [...new Set(mine.map(({ rowId }) => rowId))];
  const patientIds = rowIds.filter((id) => proven.has(id));
  return {
    ctx: { kind: "patient", practiceId, userId, patientIds, route: "portal", arrival },
    unprovenPatientIds: rowIds.filter((id) => !proven.has(id)),
  };
}

export type Entering = { userId: string; practiceId: string; landing: string };

/**
 * As whom somebody comes in, for the trail: staff unless they head for what they proved to read as a patient. A
 * patient is named when the mailbox stands for exactly one, and has come in themselves only once that is proven.
 */
export async function findPerson(tx: Tx, { userId, practiceId, landing }: Entering, arrival: Arrival) {
  const who = { userId, practiceId, arrival };
  const staff = await findAsStaff(tx, who);
  const patient = await findAsPatient(tx, who);
  const isProven = patient !== null && patient.ctx.patientIds.length > 0;
  if (staff && !(isProven && leadsToPatient(landing)))
    return { ctx: staff, patientIds: [], subject: {}, strangerTo: null };
  if (!patient) return null;
  const patientIds = [...patient.ctx.patientIds, ...patient.unprovenPatientIds];
  const only = patientIds.length === 1 ? (patientIds[0] ?? null) : null;
  return {
    ctx: patient.ctx,
    patientIds,
    subject: only && isProven ? { patient: only } : {},
    strangerTo: isProven ? null : only,
  };
}
