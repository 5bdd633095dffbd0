import { v7 as uuid } from "uuid";
import { dutyCompletions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { type CompleteDutyInput, completeDutyInput } from "./input";
import { lockDuties } from "./queries";
import { whyNotComplete } from "./rules";
import { dutyNote } from "./sealed-note";

/** Notes that what withdrawals of one patient left to do is done, once; all of it or nothing. */
export async function completeDuty(ctx: StaffContext, input: CompleteDutyInput) {
  mustMay(ctx, "complete-duties");
  const { dutyIds, note } = completeDutyInput.parse(input);
  return inPractice(
    ctx,
    (tx) => lockDuties(tx, ctx, dutyIds),
    async (tx, now, duties) => {
      const refusal = duties.map(whyNotComplete).find(Boolean);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      for (const { id: dutyId, patientId, kind } of duties) {
        const id = uuid();
        const sealedNote = dutyNote.seal(ctx, id, note || null);
        await tx
          .insert(dutyCompletions)
          .values({ practiceId, id, dutyId, sealedNote, doneAt: now, doneBy: staffId });
        await recordEvent(tx, ctx, { name: "duty.done", patient: patientId, dutyId, kind });
      }
    },
  );
}
