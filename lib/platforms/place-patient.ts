import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { mustMay } from "@/lib/roles";
import type { PlacePatientInput } from "./placing-input";
import type { PlaceRefusal } from "./placing-rules";
import { planPlacement } from "./plan-placement";
import { writePlacement } from "./write-placement";

/** Puts one patient on another platform than the practice's, or back on that. */
export async function placePatient(ctx: StaffContext, input: PlacePatientInput) {
  mustMay(ctx, "place-patients");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, input.patientId, "place-patients"),
    async (tx, now, patient) => {
      if (patient.isArchived) throw new Refused<PlaceRefusal>("patient-archived");
      const placed = await planPlacement(tx, ctx, { patientId: patient.id }, input, now);

      const { id: placementId } = await writePlacement(tx, ctx, placed, now);
      const { platformId, origin } = placed;
      const about = { patient: patient.id, placementId, origin, ...(platformId && { platformId }) };
      await recordEvent(tx, ctx, { name: "patient.placed", ...about });
      return { placementId };
    },
  );
}
