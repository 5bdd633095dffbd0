import { createHash, X509Certificate } from "node:crypto";
import { and, count, desc, eq, isNull } from "drizzle-orm";
import { patientArchivings, patients, sealKeys } from "@/db/schema";
import { listWitnesses } from "@/lib/audit/witnesses/queries";
import type { StaffContext } from "@/lib/context";
import { readPage, type Tx } from "@/lib/in-practice";
import { openArchiving } from "@/lib/patients/queries";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";

/** The practice, who works in it, and the certificates its documents are sealed under, newest first. */
export async function settingsPage(ctx: StaffContext) {
  return readPage(ctx, async (tx) => {
    const rows = await tx
      .select({ certificate: sealKeys.certificate, madeAt: sealKeys.madeAt })
      .from(sealKeys)
      .where(eq(sealKeys.practiceId, ctx.practiceId))
      .orderBy(desc(sealKeys.madeAt));
    const treated = await countTreated(tx, ctx);
    return {
      practice: await getPractice(tx, ctx),
      staff: (await listStaff(tx, ctx)).map((one) => ({ ...one, treats: treated.get(one.id) ?? 0 })),
      witnessing: await listWitnesses(tx, ctx),
      mayManageStaff: whyNotMay(ctx, "manage-staff") === null,
      mayChange: whyNotMay(ctx, "change-settings") === null,
      seals: rows.map(({ certificate, madeAt }) => ({
        sha256: createHash("sha256").update(certificate).digest("hex"),
        until: new X509Certificate(certificate).validToDate,
        madeAt,
      })),
    };
  });
}

/** How many active patients each therapist treats. */
async function countTreated(tx: Tx, ctx: StaffContext): Promise<Map<string, number>> {
  const { treatingStaffId } = patients;
  const rows = await tx
    .select({ treatingStaffId, count: count() })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(and(eq(patients.practiceId, ctx.practiceId), isNull(patientArchivings.id)))
    .groupBy(treatingStaffId);
  return new Map(rows.map((row) => [row.treatingStaffId, row.count]));
}
