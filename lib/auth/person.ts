import { and, eq, isNull, ne } from "drizzle-orm";
import { firstEntries, memberships, staffMembers, staffRoles } from "@/db/schema";
import type { Arrival, PatientContext, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { belongsHere } from "./memberships";
import { leadsToPatient } from "./paths";

export type Who = { userId: string; practiceId: string; arrival: Arrival };

export type PersonAsPatient = { ctx: PatientContext; unprovenPatientIds: string[] };

/** The person as a member of the practice's staff, with the roles they hold now. */
export async function findAsStaff(
  tx: Tx,
  { userId, practiceId, arrival }: Who,
): Promise<StaffContext | null> {
  const rows = await tx
    .select({ staffId: staffMembers.id, role: staffRoles.role })
    .from(memberships)
    .innerJoin(
      staffMembers,
      and(eq(staffMembers.practiceId, practiceId), eq(staffMembers.id, memberships.rowId)),
    )
    .innerJoin(
      staffRoles,
      and(
        eq(staffRoles.practiceId, practiceId),
        eq(staffRoles.staffId, staffMembers.id),
        isNull(staffRoles.endedAt),
      ),
    )
    .where(and(belongsHere(userId, practiceId), eq(memberships.kind, "staff")));
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
  const mine = await tx
    .select({ rowId: memberships.rowId, provenFor: firstEntries.patientId })
    .from(memberships)
    .leftJoin(
      firstEntries,
      and(eq(firstEntries.practiceId, practiceId), eq(firstEntries.membershipId, memberships.id)),
    )
    .where(and(belongsHere(userId, practiceId), ne(memberships.kind, "staff")))
    .orderBy(memberships.beganAt, memberships.id);
  if (mine.length === 0) return null;
  const proven = new Set(mine.map(({ provenFor }) => provenFor));
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
