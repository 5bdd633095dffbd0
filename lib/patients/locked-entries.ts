import { and, count, eq, gt, isNull, max, or, sql } from "drizzle-orm";
import { entryCodes, firstEntries, firstEntryMisses, patientArchivings, patients } from "@/db/schema";
import { openPatientMailboxes } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { openArchiving, visiblePatients } from "./queries";
import { missesUntilLocked } from "./rules";

/** First entries that too many wrong second facts have closed since the last code was made. */
export async function listLockedEntries(tx: Tx, ctx: StaffContext, patientId?: string) {
  const mailboxes = openPatientMailboxes(tx, ctx);
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
    .innerJoin(mailboxes, eq(mailboxes.userId, firstEntryMisses.userId))
    .innerJoin(
      patients,
      and(eq(patients.practiceId, firstEntryMisses.practiceId), eq(patients.id, mailboxes.rowId)),
    )
    .leftJoin(patientArchivings, openArchiving())
    .leftJoin(
      firstEntries,
      and(eq(firstEntries.practiceId, patients.practiceId), eq(firstEntries.membershipId, mailboxes.id)),
    )
    .where(
      and(
        eq(firstEntryMisses.practiceId, ctx.practiceId),
        visiblePatients(ctx, "make-entry-codes"),
        patientId ? eq(patients.id, patientId) : undefined,
        isNull(firstEntries.id),
        isNull(patientArchivings.id),
        or(sql`${lastCodeAt} is null`, gt(firstEntryMisses.missedAt, lastCodeAt)),
      ),
    )
    .groupBy(patients.id, patients.calledName, patients.legalName, patients.phone, firstEntryMisses.userId)
    .having(sql`${count()} >= ${missesUntilLocked}`);
}
