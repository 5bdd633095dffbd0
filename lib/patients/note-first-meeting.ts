import { v7 as uuid } from "uuid";
import { firstMeetings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { NoteFirstMeetingInput } from "./input";
import { lockPatient } from "./queries";
import { whyNotMet } from "./rules";

/** Notes that patient and therapist have met: from then on the patient may be asked about recording. */
export async function noteFirstMeeting(ctx: StaffContext, input: NoteFirstMeetingInput) {
  mustMay(ctx, "edit-patients");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, input.patientId, "edit-patients"),
    async (tx, now, patient) => {
      const { timeZone } = await getPractice(tx, ctx);
      const metOn = input.metOn ?? today(now, timeZone);
      const refusal = whyNotMet(patient, metOn, today(now, timeZone));
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const about = { patientId: patient.id, metOn };
      await tx
        .insert(firstMeetings)
        .values({ practiceId, id: uuid(), ...about, notedAt: now, notedBy: staffId });
      await recordEvent(tx, ctx, { name: "patient.first-met", patient: patient.id });
    },
  );
}
