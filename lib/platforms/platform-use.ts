import { and, eq, isNull } from "drizzle-orm";
import { on } from "@/db/on";
import { groupEndings, groups, patientArchivings, patients, placements } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { openArchiving } from "@/lib/patients/queries";
import { meetsOnFrom } from "./platform-of-record";
import { listDefaults } from "./queries";

/** Whether the practice meets on it or will, and how many patients and groups do, or come back to it. */
export async function platformUse(tx: Tx, ctx: Context, platformId: string, now: Date) {
  const defaults = await listDefaults(tx, ctx);
  const rows = await tx.select().from(placements).where(eq(placements.practiceId, ctx.practiceId));
  const byOwner = Map.groupBy(rows, ({ patientId, groupId }) => patientId ?? groupId ?? "");
  const owners = await listOwners(tx, ctx);
  return {
    isDefault: meetsOnFrom([], defaults, platformId, now),
    owners: owners.filter(({ id }) => meetsOnFrom(byOwner.get(id) ?? [], defaults, platformId, now)).length,
  };
}

type Owner =
  | { id: string; of: "patient"; owner: { patientId: string } }
  | { id: string; of: "group"; owner: { groupId: string } };

/** Everybody who is cared for now, and every group that still meets. */
export async function listOwners(tx: Tx, ctx: Context): Promise<Owner[]> {
  const { practiceId } = ctx;
  const people = await tx
    .select({ id: patients.id })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(and(eq(patients.practiceId, practiceId), isNull(patientArchivings.id)));
  const together = await tx
    .select({ id: groups.id })
    .from(groups)
    .leftJoin(groupEndings, on(groups, groupEndings.groupId))
    .where(and(eq(groups.practiceId, practiceId), isNull(groupEndings.id)));
  return [
    ...people.map(({ id }): Owner => ({ id, of: "patient", owner: { patientId: id } })),
    ...together.map(({ id }): Owner => ({ id, of: "group", owner: { groupId: id } })),
  ];
}
