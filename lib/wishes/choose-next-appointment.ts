import { recordEvents } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { getChosenPlatform } from "@/lib/platforms/queries";
import { mustMay } from "@/lib/roles";
import type { ChooseNextAppointmentInput } from "./input";
import { whyNotNextAppointment } from "./making-rules";
import { writeNextAppointment } from "./next-appointments";
import { whatDecidesOnWish } from "./queries";

/** Phone or in person for the next appointment alone, at once and without anybody's leave. */
export async function chooseNextAppointment(
  ctx: PatientContext | StaffContext,
  input: ChooseNextAppointmentInput,
) {
  if (ctx.kind === "staff") mustMay(ctx, "note-appointments");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, input.patientId, "note-appointments"),
    async (tx, now, { isArchived }) => {
      const platform = await getChosenPlatform(tx, ctx, input.platformId);
      const { ofRecord } = await whatDecidesOnWish(tx, ctx, input.patientId, now);
      const refusal = whyNotNextAppointment(platform, { isArchived, ofRecord });
      if (refusal) throw new Refused(refusal);

      await recordEvents(tx, ctx, await writeNextAppointment(tx, ctx, input, now));
    },
  );
}
