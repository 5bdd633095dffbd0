import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { troubleReports } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { mustMay } from "@/lib/roles";
import type { NoteTroubleInput } from "./input";
import { getPlatform, platformsOfRecord } from "./queries";
import { whyNotNoteTrouble } from "./rules";
import { writtenBy } from "./write-placement";

/** Notes, from either side, that something did not work in an appointment; on what they meet unless another is named. */
export async function noteTrouble(ctx: PatientContext | StaffContext, input: NoteTroubleInput) {
  if (ctx.kind === "staff") mustMay(ctx, "note-appointments");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, input.patientId, "note-appointments"),
    async (tx, now, patient) => {
      const { id: patientId } = patient;
      const { kind } = input;
      const ofRecord = (await platformsOfRecord(tx, ctx, [patientId], now))({ patientId });
      const platformId = input.platformId ?? ofRecord?.platformId;
      const platform = platformId ? await getPlatform(tx, ctx, platformId) : null;
      const latest = await latestOf(tx, ctx, patientId);
      const refusal = whyNotNoteTrouble(patient, platform, kind, latest, now);
      if (refusal || !platform) throw new Refused(refusal ?? "trouble-nowhere");

      const { practiceId } = ctx;
      const troubleId = uuid();
      const about = { platformId: platform.id, kind };
      const reported = { reportedAt: now, ...writtenBy(ctx) };
      await tx.insert(troubleReports).values({ practiceId, id: troubleId, patientId, ...about, ...reported });
      const name = "platform.trouble-noted";
      await recordEvent(tx, ctx, { name, patient: patientId, troubleId, ...about });
      return { id: troubleId };
    },
  );
}

/** The last that this side noted about the patient. */
async function latestOf(tx: Tx, ctx: PatientContext | StaffContext, patientId: string) {
  const { platformId, kind, reportedAt, byStaff } = troubleReports;
  const [latest] = await tx
    .select({ platformId, kind, reportedAt })
    .from(troubleReports)
    .where(
      and(
        eq(troubleReports.practiceId, ctx.practiceId),
        eq(troubleReports.patientId, patientId),
        ctx.kind === "staff" ? isNotNull(byStaff) : isNull(byStaff),
      ),
    )
    .orderBy(desc(reportedAt))
    .limit(1);
  return latest ?? null;
}
