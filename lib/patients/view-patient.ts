import { and, eq, gt } from "drizzle-orm";
import { events } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { PatientIdInput } from "./input";
import { lockPatient } from "./queries";
import { viewReason } from "./rules";

const onceIn = 15 * 60_000;

/** Records that somebody opened this record and why: once per staff member, patient and 15 minutes. */
export async function viewPatient(ctx: StaffContext, { patientId }: PatientIdInput) {
  mustMay(ctx, "see-patients");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, patientId),
    async (tx, now, patient) => {
      const [recent] = await tx
        .select({ id: events.id })
        .from(events)
        .where(
          and(
            eq(events.practiceId, ctx.practiceId),
            eq(events.patientId, patientId),
            eq(events.actorId, ctx.staffId),
            eq(events.name, "patient.viewed"),
            gt(events.at, new Date(now.getTime() - onceIn)),
          ),
        )
        .limit(1);
      if (recent) return;

      const reason = viewReason(ctx, patient.treatingStaffId);
      await recordEvent(tx, ctx, { name: "patient.viewed", patient: patientId, reason });
    },
  );
}
