import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { on } from "@/db/on";
import {
  answers,
  conversationOutcomes,
  conversations,
  noticeEndings,
  patientArchivings,
  patients,
  requestCancellations,
  requestDeclines,
  requestOpenings,
  requests,
  staffMembers,
} from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";

export type OpenRequest = Awaited<ReturnType<typeof listOpenRequests>>[number];

/** Says that there may be none; a null itself never reaches a decoder. */
function momentOrNull(value: string): Date | null {
  return new Date(value);
}

/** What was asked and neither answered nor taken back, of patients in care, the longest wait first. */
export async function listOpenRequests(tx: Tx, ctx: StaffContext) {
  const openedAt = sql`(select min(o.opened_at) from ${requestOpenings} o
    where o.practice_id = ${requests.practiceId} and o.request_id = ${requests.id})`;
  const talkFirstSince = sql`(select min(c.wanted_at) from ${conversations} c
    where c.practice_id = ${requests.practiceId} and c.request_id = ${requests.id}
      and not exists (select from ${conversationOutcomes} o
                       where o.practice_id = c.practice_id and o.conversation_id = c.id))`;
  return tx
    .select({
      id: requests.id,
      patientId: requests.patientId,
      disclosureId: requests.disclosureId,
      askedAt: requests.askedAt,
      origin: requests.origin,
      askedByName: staffMembers.name,
      dueOn: requests.dueOn,
      openedAt: openedAt.mapWith(momentOrNull),
      talkFirstSince: talkFirstSince.mapWith(momentOrNull),
      declinedAt: requestDeclines.declinedAt,
    })
    .from(requests)
    .innerJoin(patients, on(patients, requests.patientId))
    .leftJoin(patientArchivings, openArchiving())
    .leftJoin(staffMembers, on(staffMembers, requests.askedBy))
    .leftJoin(answers, on(requests, answers.requestId))
    .leftJoin(requestCancellations, on(requests, requestCancellations.requestId))
    .leftJoin(requestDeclines, on(requests, requestDeclines.requestId))
    .leftJoin(noticeEndings, on(requests, noticeEndings.requestId))
    .where(
      and(
        isNull(noticeEndings.id),
        eq(requests.practiceId, ctx.practiceId),
        visiblePatients(ctx, "see-patients"),
        isNull(patientArchivings.id),
        isNull(answers.id),
        isNull(requestCancellations.id),
      ),
    )
    .orderBy(asc(requests.askedAt), asc(requests.id));
}
