import { and, count, eq, gt, inArray, isNull, max, or, sql } from "drizzle-orm";
import { entryCodes, firstEntries, firstEntryMisses, memberships, patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "./queries";
import { missesUntilLocked } from "./rules";

/** First entries that too many wrong second facts have closed since the last code was made. */
export async function listLockedEntries(tx: Tx, ctx: StaffContext, patientId?: string) {
  const lastCodeAt = sql`(select max(c.made_at) from ${entryCodes} c
    where c.practice_id = ${patients.practiceId} and c.patient_id = ${patients.id})`;
  return tx
    .select({
      patientId: patients.id,
      calledName: patients.calledName,
      legalName: patients.legalName,
      phone: patients.phone,
      lastMissAt: max(firstEntryMisses.missedAt),
    })
    .from(firstEntryMisses)
    .innerJoin(
      memberships,
      and(
        eq(memberships.practiceId, firstEntryMisses.practiceId),
        eq(memberships.userId, firstEntryMisses.userId),
        inArray(memberships.kind, ["patient", "representative"]),
        isNull(memberships.endedAt),
      ),
    )
    .innerJoin(
      patients,
      and(eq(patients.practiceId, memberships.practiceId), eq(patients.id, memberships.rowId)),
    )
    .leftJoin(
      firstEntries,
      and(
        eq(firstEntries.practiceId, patients.practiceId),
        eq(firstEntries.patientId, patients.id),
        eq(firstEntries.userId, firstEntryMisses.userId),
      ),
    )
    .where(
      and(
        eq(firstEntryMisses.practiceId, ctx.practiceId),
        visiblePatients(ctx, "make-entry-codes"),
        patientId ? eq(patients.id, patientId) : undefined,
        isNull(firstEntries.id),
        or(sql`${lastCodeAt} is null`, gt(firstEntryMisses.missedAt, lastCodeAt)),
      ),
    )
    .groupBy(patients.id, patients.calledName, patients.legalName, patients.phone, firstEntryMisses.userId)
    .having(sql`${count()} >= ${missesUntilLocked}`);
}
