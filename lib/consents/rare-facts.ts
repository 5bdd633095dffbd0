import { and, eq, inArray } from "drizzle-orm";
import { on } from "@/db/on";
import { answerCorrections, noticeEndings, patients, requestDeclines, treatingChanges } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Span } from "@/lib/platforms/turns";
import { withoutRecording } from "@/lib/platforms/without-recording";
import type { NoticeEnding } from "./consent-state";

export type RareFacts = {
  declined: ReadonlyMap<string, Date>;
  endings: ReadonlyMap<string, NoticeEnding>;
  corrected: ReadonlyMap<string, Date>;
  treating: ReadonlyMap<string, TreatingChange[]>;
  /** When each patient meets where nothing can be recorded. */
  withoutRecording: (patientId: string) => readonly Span[];
};
type TreatingChange = { formerStaffId: string; treatingStaffId: string; changedAt: Date };

/** What few requests and answers have, in queries of its own: the one for all of them stays as fast as it is. */
export async function rareFacts(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<RareFacts> {
  const { practiceId } = ctx;
  const declined = await tx
    .select({ id: requestDeclines.requestId, at: requestDeclines.declinedAt })
    .from(requestDeclines)
    .where(eq(requestDeclines.practiceId, practiceId));
  const endings = await tx
    .select({ id: noticeEndings.requestId, outcome: noticeEndings.outcome, at: noticeEndings.endedAt })
    .from(noticeEndings)
    .where(eq(noticeEndings.practiceId, practiceId));
  const corrected = await tx
    .select({ id: answerCorrections.answerId, at: answerCorrections.correctedAt })
    .from(answerCorrections)
    .where(eq(answerCorrections.practiceId, practiceId));
  const { patientId, formerStaffId, changedAt } = treatingChanges;
  const changes = await tx
    .select({ patientId, formerStaffId, changedAt, treatingStaffId: patients.treatingStaffId })
    .from(treatingChanges)
    .innerJoin(patients, on(patients, treatingChanges.patientId))
    .where(
      and(
        eq(treatingChanges.practiceId, practiceId),
        patientIds ? inArray(patientId, [...patientIds]) : undefined,
      ),
    )
    .orderBy(changedAt);
  return {
    declined: new Map(declined.map(({ id, at }) => [id, at])),
    endings: new Map(endings.map(({ id, ...ending }) => [id, ending])),
    corrected: new Map(corrected.map(({ id, at }) => [id, at])),
    treating: Map.groupBy(changes, (change) => change.patientId),
    withoutRecording: await withoutRecording(tx, ctx, patientIds),
  };
}

/** Given to somebody who treated them then and does not now: it rests from the day they stopped. */
export function restsSince(changes: readonly TreatingChange[], answeredAt: Date): Date | null {
  const left = changes.find(({ changedAt }) => changedAt > answeredAt);
  return left && left.formerStaffId !== left.treatingStaffId ? left.changedAt : null;
}
