import { and, asc, countDistinct, eq, gt, isNull, min, notExists, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { messageAttempts, messages, patients, requestCancellations, requests } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";

/** What was asked by hand and has not left yet, so that it can be stopped: how many people, and when it leaves. */
export async function listWaitingAskings(tx: Tx, ctx: StaffContext, now: Date) {
  const rows = await tx
    .select({
      askingId: requests.askingId,
      people: countDistinct(requests.patientId),
      leavesAt: min(messages.notBefore),
    })
    .from(messages)
    .innerJoin(
      requests,
      and(eq(requests.practiceId, messages.practiceId), eq(requests.sittingId, messages.sittingId)),
    )
    .innerJoin(patients, on(patients, requests.patientId))
    .leftJoin(requestCancellations, on(requests, requestCancellations.requestId))
    .where(
      and(
        visiblePatients(ctx, "ask-patients"),
        eq(requests.origin, "staff"),
        eq(messages.kind, "question"),
        gt(messages.notBefore, now),
        isNull(requestCancellations.id),
        notExists(
          tx.select({ one: sql`1` }).from(messageAttempts).where(on(messages, messageAttempts.messageId)),
        ),
      ),
    )
    .groupBy(requests.askingId)
    .orderBy(asc(min(messages.notBefore)));
  return rows.flatMap(({ leavesAt, ...row }) => (leavesAt ? [{ ...row, leavesAt }] : []));
}
