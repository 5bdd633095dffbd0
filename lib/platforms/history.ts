import { and, desc, eq, gte, type SQL } from "drizzle-orm";
import { on } from "@/db/on";
import { patients, platformFacts, platformLeavings, staffMembers, troubleReports } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { asBoolean, visiblePatients } from "@/lib/patients/queries";
import { listStaff } from "@/lib/practices/queries";

/** Everything that was ever noted about a platform, newest first, with who noted it. */
export async function listFacts(tx: Tx, ctx: StaffContext, platformId: string) {
  const rows = await tx
    .select({ fact: platformFacts, notedByName: staffMembers.name })
    .from(platformFacts)
    .innerJoin(staffMembers, on(staffMembers, platformFacts.notedBy))
    .where(and(eq(platformFacts.practiceId, ctx.practiceId), eq(platformFacts.platformId, platformId)))
    .orderBy(desc(platformFacts.notedAt), desc(platformFacts.id));
  return rows.map(({ fact, notedByName }) => ({ ...fact, notedByName }));
}

/** When the practice left its platforms and why, and when it came back, newest first. */
export async function listLeavings(tx: Tx, ctx: StaffContext) {
  const names = new Map((await listStaff(tx, ctx)).map(({ id, name }) => [id, name]));
  const rows = await tx
    .select()
    .from(platformLeavings)
    .where(eq(platformLeavings.practiceId, ctx.practiceId))
    .orderBy(desc(platformLeavings.leftAt), desc(platformLeavings.id));
  return rows.map((leaving) => ({
    ...leaving,
    leftByName: names.get(leaving.leftBy) ?? "",
    returnedByName: names.get(leaving.returnedBy ?? "") ?? null,
  }));
}

/** What did not work, newest first; whose appointment it was, for those who may see the patient. */
export async function listTroubles(
  tx: Tx,
  ctx: StaffContext,
  of: { platformId?: string; patientId?: string; since?: Date },
) {
  const { practiceId, platformId, patientId, reportedAt, byStaff } = troubleReports;
  const isVisible = visiblePatients(ctx, "see-patients");
  const rows = await tx
    .select({
      trouble: troubleReports,
      legalName: patients.legalName,
      maySee: isVisible ? asBoolean(isVisible) : asBoolean(eq(patients.practiceId, ctx.practiceId)),
      byName: staffMembers.name,
    })
    .from(troubleReports)
    .innerJoin(patients, on(patients, patientId))
    .leftJoin(staffMembers, on(staffMembers, byStaff))
    .where(
      and(
        eq(practiceId, ctx.practiceId),
        ...conditions([
          of.platformId && eq(platformId, of.platformId),
          of.patientId && eq(patientId, of.patientId),
          of.since && gte(reportedAt, of.since),
        ]),
      ),
    )
    .orderBy(desc(reportedAt), desc(troubleReports.id));
  return rows.map(({ trouble, legalName, maySee, byName }) => ({
    ...trouble,
    patient: maySee ? { id: trouble.patientId, legalName } : null,
    /** Null: the patient's side. */
    byName: trouble.byStaff ? byName : null,
  }));
}

function conditions(asked: (SQL | string | undefined)[]): SQL[] {
  return asked.filter((one): one is SQL => typeof one === "object");
}
