import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { nextAppointmentChoices } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { writtenBy } from "@/lib/platforms/write-placement";
import type { Ability } from "@/lib/roles";
import { sideOf } from "./queries";
import type { Side } from "./rules";

export type NextAppointment = {
  id: string;
  patientId: string;
  platformId: string;
  chosenAt: Date;
  side: Side;
};

/** What was chosen for the next appointment alone and is not over yet, the oldest choice first; null: of everybody. */
export async function listNextAppointments(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<NextAppointment[]> {
  if (patientIds?.length === 0) return [];
  const { id, patientId, platformId, chosenAt, byStaff } = nextAppointmentChoices;
  const rows = await tx
    .select({ id, patientId, platformId, chosenAt, byStaff })
    .from(nextAppointmentChoices)
    .where(
      and(
        eq(nextAppointmentChoices.practiceId, ctx.practiceId),
        isNull(nextAppointmentChoices.endedAt),
        patientIds ? inArray(patientId, [...patientIds]) : undefined,
      ),
    )
    .orderBy(asc(chosenAt), asc(id));
  return rows.map(({ byStaff: staff, ...row }) => ({ ...row, side: sideOf({ byStaff: staff }) }));
}

/** Holds the patient of a choice, so that it is replaced or ended once. */
export async function lockNextAppointment(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  choiceId: string,
  ability?: Ability,
) {
  const [found] = await tx
    .select({ patientId: nextAppointmentChoices.patientId })
    .from(nextAppointmentChoices)
    .where(
      and(eq(nextAppointmentChoices.practiceId, ctx.practiceId), eq(nextAppointmentChoices.id, choiceId)),
    );
  if (!found) throw new NotFound();
  await lockPatient(tx, ctx, found.patientId, ability);
  const open = await listNextAppointments(tx, ctx, [found.patientId]);
  return { patientId: found.patientId, isOpen: open.some(({ id }) => id === choiceId) };
}

/** Ends a choice of the patient; the caller holds the patient. */
export async function endChoice(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  { id, patientId }: { id: string; patientId: string },
  now: Date,
): Promise<AuditEvent> {
  await tx
    .update(nextAppointmentChoices)
    .set({ endedAt: now, endedBy: ctx.userId })
    .where(
      and(
        eq(nextAppointmentChoices.practiceId, ctx.practiceId),
        eq(nextAppointmentChoices.id, id),
        isNull(nextAppointmentChoices.endedAt),
      ),
    );
  return { name: "next-appointment.ended", patient: patientId, choiceId: id };
}

/** Chooses how the next appointment is held, in place of what was chosen before; the caller holds the patient and asked the rules. */
export async function writeNextAppointment(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  chosen: { patientId: string; platformId: string },
  now: Date,
): Promise<AuditEvent[]> {
  const { patientId, platformId } = chosen;
  const [open] = await listNextAppointments(tx, ctx, [patientId]);
  if (open?.platformId === platformId) return [];
  const ended = open ? [await endChoice(tx, ctx, open, now)] : [];
  const { practiceId } = ctx;
  const id = uuid();
  await tx
    .insert(nextAppointmentChoices)
    .values({ practiceId, id, patientId, platformId, chosenAt: now, ...writtenBy(ctx) });
  return [...ended, { name: "next-appointment.chosen", patient: patientId, choiceId: id, platformId }];
}
