import { and, eq, isNull } from "drizzle-orm";
import { patientArchivings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { PatientIdInput } from "./input";
import { lockPatient } from "./queries";
import { whyNotRestore } from "./rules";

export async function restorePatient(ctx: StaffContext, { patientId }: PatientIdInput) {
  mustMay(ctx, "edit-patients");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, patientId, "edit-patients"),
    async (tx, now, patient) => {
      const refusal = whyNotRestore(patient.isArchived);
      if (refusal) throw new Refused(refusal);

      await tx
        .update(patientArchivings)
        .set({ restoredAt: now, restoredBy: ctx.staffId })
        .where(
          and(
            eq(patientArchivings.practiceId, ctx.practiceId),
            eq(patientArchivings.patientId, patientId),
            isNull(patientArchivings.restoredAt),
          ),
        );

      await recordEvent(tx, ctx, { name: "patient.restored", patient: patientId });
    },
  );
}
