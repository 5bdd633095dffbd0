import { and, count, desc, eq, or, sql } from "drizzle-orm";
import {
  answers,
  documents,
  patients,
  platformAcknowledgements,
  sealFailures,
  sealRetries,
  withdrawals,
} from "@/db/schema";
import type { Context, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";
import type { SealSubject } from "./build-record";
import { ofSubject } from "./queries";

export async function countSealFailures(tx: Tx, ctx: Context, subject: SealSubject): Promise<number> {
  const [row] = await tx
    .select({ tries: count() })
    .from(sealFailures)
    .where(and(eq(sealFailures.practiceId, ctx.practiceId), ofSubject(sealFailures, subject)));
  return row?.tries ?? 0;
}

const failedAbout = sql`coalesce(${sealFailures.acknowledgementId}, ${sealFailures.withdrawalId}, ${sealFailures.answerId})`;

/** What could not be sealed so far: the newest failure of each, with its cause and next try. */
export async function listFailingSeals(tx: Tx, ctx: StaffContext) {
  return tx
    .selectDistinctOn([failedAbout], {
      id: sealFailures.id,
      patientId: patients.id,
      legalName: patients.legalName,
      cause: sealFailures.cause,
      failedAt: sealFailures.failedAt,
      nextTryAt: sealFailures.nextTryAt,
      retryAskedAt: sealRetries.askedAt,
    })
    .from(sealFailures)
    .leftJoin(
      withdrawals,
      and(eq(withdrawals.practiceId, sealFailures.practiceId), eq(withdrawals.id, sealFailures.withdrawalId)),
    )
    .leftJoin(
      answers,
      and(
        eq(answers.practiceId, sealFailures.practiceId),
        eq(answers.id, sql`coalesce(${sealFailures.answerId}, ${withdrawals.answerId})`),
      ),
    )
    .leftJoin(
      platformAcknowledgements,
      and(
        eq(platformAcknowledgements.practiceId, sealFailures.practiceId),
        eq(platformAcknowledgements.id, sealFailures.acknowledgementId),
      ),
    )
    .innerJoin(
      patients,
      and(
        eq(patients.practiceId, sealFailures.practiceId),
        eq(patients.id, sql`coalesce(${answers.patientId}, ${platformAcknowledgements.patientId})`),
      ),
    )
    .leftJoin(
      sealRetries,
      and(eq(sealRetries.practiceId, sealFailures.practiceId), eq(sealRetries.failureId, sealFailures.id)),
    )
    .leftJoin(
      documents,
      and(
        eq(documents.practiceId, sealFailures.practiceId),
        or(
          eq(documents.answerId, sealFailures.answerId),
          eq(documents.withdrawalId, sealFailures.withdrawalId),
          eq(documents.acknowledgementId, sealFailures.acknowledgementId),
        ),
      ),
    )
    .where(
      and(
        eq(sealFailures.practiceId, ctx.practiceId),
        sql`${documents.id} is null`,
        visiblePatients(ctx, "retry-sealing"),
      ),
    )
    .orderBy(failedAbout, desc(sealFailures.failedAt));
}
