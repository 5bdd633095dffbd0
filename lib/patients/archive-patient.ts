import { v7 as uuid } from "uuid";
import { patientArchivings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { PatientIdInput } from "./input";
import { lockPatient } from "./queries";
import { whyNotArchive } from "./rules";

/** The practice no longer cares for this patient. Everything stays readable, for both sides. */
export async function archivePatient(ctx: StaffContext, { patientId }: PatientIdInput) {
  mustMay(ctx, "edit-patients");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, patientId, "edit-patients"),
    async (tx, now, patient) => {
      const refusal = whyNotArchive(patient.isArchived);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      await tx
        .insert(patientArchivings)
        .values({ practiceId, id: uuid(), patientId, archivedAt: now, archivedBy: staffId });

      await recordEvent(tx, ctx, { name: "patient.archived", patient: patientId });
    },
  );
}
