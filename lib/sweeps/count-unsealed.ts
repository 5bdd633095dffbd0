import { and, countDistinct, eq, isNull, lt } from "drizzle-orm";
import { on } from "@/db/on";
import { documents, patients, sealFailures, signatures } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";

const patience = 5 * 60_000;

/** Signatures of more than five minutes ago that nobody has tried to seal. Those that failed are counted elsewhere. */
export async function countUnsealed(tx: Tx, ctx: StaffContext, now: Date): Promise<number> {
  const [row] = await tx
    .select({ unsealed: countDistinct(signatures.id) })
    .from(signatures)
    .innerJoin(patients, on(patients, signatures.patientId))
    .leftJoin(documents, on(signatures, documents.signatureId))
    .leftJoin(sealFailures, on(signatures, sealFailures.signatureId))
    .where(
      and(
        eq(signatures.practiceId, ctx.practiceId),
        lt(signatures.signedAt, new Date(now.getTime() - patience)),
        isNull(documents.id),
        isNull(sealFailures.id),
        visiblePatients(ctx, "see-patients"),
      ),
    );
  return row?.unsealed ?? 0;
}
