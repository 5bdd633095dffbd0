import { v7 as uuid } from "uuid";
import { duties } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { Context } from "@/lib/context";
import { daysAfter, today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import type { DutyToDo } from "./rules";

type About = { patient: { id: string; treatingStaffId: string }; withdrawalId: string };

/** Writes what a withdrawal leaves to do for who treats the patient; the events to record come back. */
export async function oweDuties(
  tx: Tx,
  ctx: Context,
  { patient, withdrawalId }: About,
  toDo: readonly DutyToDo[],
  now: Date,
): Promise<AuditEvent[]> {
  if (toDo.length === 0) return [];
  const day = today(now, (await getPractice(tx, ctx)).timeZone);
  const owed = toDo.map(({ kind, days }) => ({
    practiceId: ctx.practiceId,
    id: uuid(),
    patientId: patient.id,
    withdrawalId,
    kind,
    ownerId: patient.treatingStaffId,
    dueOn: daysAfter(day, days),
    owedAt: now,
  }));
  await tx.insert(duties).values(owed);
  return owed.map(({ id, kind }) => ({
    name: "duty.owed",
    patient: patient.id,
    dutyId: id,
    withdrawalId,
    kind,
  }));
}
