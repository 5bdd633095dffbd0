import { and, count, desc, eq, isNull } from "drizzle-orm";
import { on } from "@/db/on";
import { documents, patients, sealFailures, sealRetries, signatures } from "@/db/schema";
import type { Context, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";

export async function countSealFailures(tx: Tx, ctx: Context, signatureId: string): Promise<number> {
  const [row] = await tx
    .select({ tries: count() })
    .from(sealFailures)
    .where(and(eq(sealFailures.practiceId, ctx.practiceId), eq(sealFailures.signatureId, signatureId)));
  return row?.tries ?? 0;
}

/** What could not be sealed so far: the newest failure of each, with its cause and next try. */
export async function listFailingSeals(tx: Tx, ctx: StaffContext) {
  return tx
    .selectDistinctOn([sealFailures.signatureId], {
      id: sealFailures.id,
      patientId: patients.id,
      legalName: patients.legalName,
      cause: sealFailures.cause,
      failedAt: sealFailures.failedAt,
      nextTryAt: sealFailures.nextTryAt,
      retryAskedAt: sealRetries.askedAt,
    })
    .from(sealFailures)
    .innerJoin(signatures, on(signatures, sealFailures.signatureId))
    .innerJoin(patients, on(patients, signatures.patientId))
    .leftJoin(sealRetries, on(sealFailures, sealRetries.failureId))
    .leftJoin(documents, on(signatures, documents.signatureId))
    .where(
      and(
        eq(sealFailures.practiceId, ctx.practiceId),
        isNull(documents.id),
        visiblePatients(ctx, "retry-sealing"),
      ),
    )
    .orderBy(sealFailures.signatureId, desc(sealFailures.failedAt));
}
