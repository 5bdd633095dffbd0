import { v7 as uuid } from "uuid";
import { dutyCompletions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { type CompleteDutyInput, completeDutyInput } from "./input";
import { lockDuty } from "./queries";
import { whyNotComplete } from "./rules";
import { dutyNote } from "./sealed-note";

/** Notes that what a withdrawal left to do is done, once. */
export async function completeDuty(ctx: StaffContext, input: CompleteDutyInput) {
  mustMay(ctx, "complete-duties");
  const { dutyId, note } = completeDutyInput.parse(input);
  return inPractice(
    ctx,
    (tx) => lockDuty(tx, ctx, dutyId),
    async (tx, now, duty) => {
      const refusal = whyNotComplete(duty);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const id = uuid();
      await tx.insert(dutyCompletions).values({
        practiceId,
        id,
        dutyId,
        sealedNote: dutyNote.seal(ctx, id, note || null),
        doneAt: now,
        doneBy: staffId,
      });
      await recordEvent(tx, ctx, { name: "duty.done", patient: duty.patientId, dutyId, kind: duty.kind });
    },
  );
}
