import { and, eq } from "drizzle-orm";
import { on } from "@/db/on";
import {
  answers,
  noticeEndings,
  patients,
  requestCancellations,
  requestDeclines,
  requests,
} from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";
import type { AskedMoments } from "./progress";

/** Of each question of a campaign to whom this person may see: when it was put, answered, and taken back or let be. */
export async function listAskedMoments(
  tx: Tx,
  ctx: StaffContext,
  campaignId: string,
): Promise<AskedMoments[]> {
  const rows = await tx
    .select({
      askedAt: requests.askedAt,
      answeredAt: answers.answeredAt,
      cancelledAt: requestCancellations.cancelledAt,
      declinedAt: requestDeclines.declinedAt,
      endedAt: noticeEndings.endedAt,
    })
    .from(requests)
    .innerJoin(patients, on(patients, requests.patientId))
    .leftJoin(answers, on(requests, answers.requestId))
    .leftJoin(requestCancellations, on(requests, requestCancellations.requestId))
    .leftJoin(requestDeclines, on(requests, requestDeclines.requestId))
    .leftJoin(noticeEndings, on(requests, noticeEndings.requestId))
    .where(and(eq(requests.campaignId, campaignId), visiblePatients(ctx, "see-patients")));
  return rows.map(({ askedAt, answeredAt, cancelledAt, declinedAt, endedAt }) => ({
    askedAt,
    answeredAt,
    endedAt: cancelledAt ?? declinedAt ?? endedAt,
  }));
}
