import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { groupEndings, groups, patientArchivings, patients, placements } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { openArchiving } from "@/lib/patients/queries";
import type { PlacementFacts } from "@/lib/platforms/platform-of-record";

/** A patient in care or a group that has not ended, by name. */
export type NamedOwner = {
  kind: "patient" | "group";
  id: string;
  name: string;
  treatingStaffId: string;
};

/** Everybody who meets: those in care and the groups there are, each with what was said of them alone. */
export async function listWhoMeets(
  tx: Tx,
  ctx: Context,
): Promise<(NamedOwner & { placements: readonly PlacementFacts[] })[]> {
  const { practiceId } = ctx;
  const people = await tx
    .select({ id: patients.id, name: patients.legalName, treatingStaffId: patients.treatingStaffId })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(and(eq(patients.practiceId, practiceId), isNull(patientArchivings.id)))
    .orderBy(sql`${patients.legalName} collate "und-x-icu"`, asc(patients.id));
  const together = await tx
    .select({ id: groups.id, name: groups.name, treatingStaffId: groups.treatingStaffId })
    .from(groups)
    .leftJoin(groupEndings, on(groups, groupEndings.groupId))
    .where(and(eq(groups.practiceId, practiceId), isNull(groupEndings.id)))
    .orderBy(sql`${groups.name} collate "und-x-icu"`, asc(groups.id));
  const placed = await tx.select().from(placements).where(eq(placements.practiceId, practiceId));
  const byOwner = Map.groupBy(placed, ({ patientId, groupId }) => patientId ?? groupId ?? "");
  return [
    ...together.map((one) => ({ ...one, kind: "group" as const })),
    ...people.map((one) => ({ ...one, kind: "patient" as const })),
  ].map((owner) => ({ ...owner, placements: byOwner.get(owner.id) ?? [] }));
}
