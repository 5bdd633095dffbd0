import { and, eq, inArray, isNull } from "drizzle-orm";
import { answers, documents, platformAcknowledgements, withdrawals } from "@/db/schema";
import type { PatientContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** What these patients said whose copy is still being locked, shaped like documents without an id. */
export async function listUnsealed(tx: Tx, ctx: PatientContext) {
  const { practiceId, patientIds } = ctx;
  if (patientIds.length === 0) return [];
  const { patientId, disclosureId, versionId } = answers;
  const about = { patientId, disclosureId, versionId };
  const answered = await tx
    .select({ ...about, answerId: answers.id, happenedAt: answers.answeredAt })
    .from(answers)
    .leftJoin(documents, and(eq(documents.practiceId, practiceId), eq(documents.answerId, answers.id)))
    .where(and(eq(answers.practiceId, practiceId), inArray(patientId, patientIds), isNull(documents.id)));
  const takenBack = await tx
    .select({ ...about, happenedAt: withdrawals.withdrawnAt })
    .from(withdrawals)
    .innerJoin(answers, and(eq(answers.practiceId, practiceId), eq(answers.id, withdrawals.answerId)))
    .leftJoin(
      documents,
      and(eq(documents.practiceId, practiceId), eq(documents.withdrawalId, withdrawals.id)),
    )
    .where(and(eq(withdrawals.practiceId, practiceId), inArray(patientId, patientIds), isNull(documents.id)));
  const known = await listUnsealedAcknowledgements(tx, ctx);
  return [
    ...answered.map((one) => ({ ...one, id: null, acknowledgement: null })),
    ...takenBack.map((one) => ({ ...one, id: null, answerId: null, acknowledgement: null })),
    ...known.map((one) => ({ ...one, id: null, answerId: null, disclosureId: null, versionId: null })),
  ];
}

async function listUnsealedAcknowledgements(tx: Tx, { practiceId, patientIds }: PatientContext) {
  const { id, kind, title, language, requestId, patientId, acknowledgedAt } = platformAcknowledgements;
  return tx
    .select({
      patientId,
      happenedAt: acknowledgedAt,
      acknowledgement: { kind, title, language, wishId: requestId },
    })
    .from(platformAcknowledgements)
    .leftJoin(documents, and(eq(documents.practiceId, practiceId), eq(documents.acknowledgementId, id)))
    .where(
      and(
        eq(platformAcknowledgements.practiceId, practiceId),
        inArray(patientId, patientIds),
        isNull(documents.id),
      ),
    );
}
