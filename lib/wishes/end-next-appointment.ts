import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { EndNextAppointmentInput } from "./input";
import { endChoice, lockNextAppointment } from "./next-appointments";

/** The appointment took place, or the patient lets the choice be. */
export async function endNextAppointment(ctx: PatientContext | StaffContext, input: EndNextAppointmentInput) {
  if (ctx.kind === "staff") mustMay(ctx, "note-appointments");
  return inPractice(
    ctx,
    (tx) => lockNextAppointment(tx, ctx, input.choiceId, "note-appointments"),
    async (tx, now, { patientId, isOpen }) => {
      if (!isOpen) throw new Refused("choice-over");

      await recordEvent(tx, ctx, await endChoice(tx, ctx, { id: input.choiceId, patientId }, now));
    },
  );
}
