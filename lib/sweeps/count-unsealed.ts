import { and, eq, isNull, lt } from "drizzle-orm";
import {
  answers,
  documents,
  patients,
  platformAcknowledgements,
  sealFailures,
  withdrawals,
} from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";

const patience = 5 * 60_000;

/** What was signed, taken back or acknowledged that no worker took in hand for five minutes: one that fails at them says so itself. */
export async function countUnsealed(tx: Tx, ctx: StaffContext, now: Date): Promise<number> {
  const since = new Date(now.getTime() - patience);
  const counted = await Promise.all([
    count(tx, ctx, answers, "answerId", lt(answers.answeredAt, since)),
    count(tx, ctx, withdrawals, "withdrawalId", lt(withdrawals.withdrawnAt, since)),
    count(
      tx,
      ctx,
      platformAcknowledgements,
      "acknowledgementId",
      lt(platformAcknowledgements.acknowledgedAt, since),
    ),
  ]);
  return counted.reduce((sum, one) => sum + one, 0);
}

async function count(
  tx: Tx,
  ctx: StaffContext,
  facts: typeof answers | typeof withdrawals | typeof platformAcknowledgements,
  subject: "answerId" | "withdrawalId" | "acknowledgementId",
  old: ReturnType<typeof lt>,
): Promise<number> {
  const rows = await tx
    .selectDistinct({ id: facts.id })
    .from(facts)
    .innerJoin(patients, and(eq(patients.practiceId, facts.practiceId), eq(patients.id, facts.patientId)))
    .leftJoin(documents, and(eq(documents.practiceId, facts.practiceId), eq(documents[subject], facts.id)))
    .leftJoin(
      sealFailures,
      and(eq(sealFailures.practiceId, facts.practiceId), eq(sealFailures[subject], facts.id)),
    )
    .where(
      and(
        eq(facts.practiceId, ctx.practiceId),
        old,
        isNull(documents.id),
        isNull(sealFailures.id),
        visiblePatients(ctx, "see-patients"),
      ),
    );
  return rows.length;
}
