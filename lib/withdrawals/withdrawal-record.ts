import { and, asc, eq, not, or } from "drizzle-orm";
import { isPutBack } from "@/db/is-put-back";
import { type Withdrawal, withdrawalItems, withdrawals } from "@/db/schema";
import { getAnswered, signerOf } from "@/lib/answers/answer-record";
import type { SystemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { getSigned } from "@/lib/signatures/queries";
import type { RecordBuilder } from "@/lib/signatures/record-builder";
import { trailPosition } from "@/lib/signatures/trail-position";
import type { SignedRecord, TakenBack } from "@/verifier/record";

/** What the document of a withdrawal says: the answer with its text, and what is taken back of it. */
export const withdrawalRecord: RecordBuilder = async (tx, ctx, signatureId, documentId) => {
  const { patient, evidence, parties, noted, how } = await getSigned(tx, ctx, signatureId);
  const { answerId, route, told } = await getWithdrawal(tx, ctx, signatureId);
  const { answer, said } = await getAnswered(tx, ctx, answerId, evidence);
  const record: SignedRecord = {
    schema: "candor/record/1",
    documentId,
    meaning: "withdraws",
    language: answer.language,
    ...parties,
    signer: signerOf(evidence, answer),
    ...said,
    withdrawal: told,
    ...noted,
    evidence: how(route, evidence.notedBy ? "spoken" : "pressed"),
    trail: await trailPosition(tx, ctx, patient.id, {
      names: "consent.%",
      member: "withdrawalId",
      id: signatureId,
    }),
    appUrl: env().appUrl,
  };
  return { record, mark: evidence.mark, patient };
};

/** A withdrawal as the record tells it: what it took back, and what those of the same answer before it had. */
async function getWithdrawal(tx: Tx, ctx: SystemContext, withdrawalId: string) {
  const { practiceId } = ctx;
  const [found] = await tx
    .select()
    .from(withdrawals)
    .where(and(eq(withdrawals.practiceId, practiceId), eq(withdrawals.id, withdrawalId)));
  if (!found) throw new NotFound();
  const { answerId, route } = found;
  const inTurn = await tx
    .select()
    .from(withdrawals)
    .where(
      and(
        eq(withdrawals.practiceId, practiceId),
        eq(withdrawals.answerId, answerId),
        or(eq(withdrawals.id, withdrawalId), not(isPutBack())),
      ),
    )
    .orderBy(asc(withdrawals.withdrawnAt), asc(withdrawals.id));
  const uses = await tx
    .select()
    .from(withdrawalItems)
    .where(and(eq(withdrawalItems.practiceId, practiceId), eq(withdrawalItems.answerId, answerId)))
    .orderBy(asc(withdrawalItems.id));
  const takenBack = ({ id, withdrawnAt }: Withdrawal): TakenBack => ({
    id,
    withdrawnAt: withdrawnAt.toISOString(),
    itemIds: uses.filter((use) => use.withdrawalId === id).map(({ itemId }) => itemId),
  });
  const place = inTurn.findIndex(({ id }) => id === withdrawalId);
  const told = { ...takenBack(found), earlier: inTurn.slice(0, place).map(takenBack) };
  return { answerId, route, told };
}
