import { and, asc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { on } from "@/db/on";
import {
  answers,
  conversationOutcomes,
  conversations,
  patientArchivings,
  patients,
  requestCancellations,
  requests,
  versions,
  versionTexts,
  wishAnswers,
  wishEndings,
} from "@/db/schema";
import { lockReachablePatient } from "@/lib/consents/queries";
import type { StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";

/** It is about a text, which is not there in the language the patient reads. */
const lacksText = sql`${requests.id} is not null and not exists (
  select from ${versionTexts} t
   where t.practice_id = ${requests.practiceId} and t.language = ${patients.language}
     and t.version_id = (select v.id from ${versions} v
                          where v.practice_id = ${requests.practiceId} and v.disclosure_id = ${requests.disclosureId}
                            and v.effective_from <= now()
                          order by v.number desc limit 1))`;

/** The wish it is about was taken back, declined, or has its answer: nobody waits for this talk any more. */
const isWishSettled = sql`(
  exists (select from ${wishEndings} e
           where e.practice_id = ${conversations.practiceId} and e.wish_id = ${conversations.wishId})
  or exists (select from ${wishAnswers} a
              where a.practice_id = ${conversations.practiceId} and a.wish_id = ${conversations.wishId}
                and a.decision <> 'talk'))`;

/** Conversations with patients in care that wait for an outcome, the longest wait first. */
export async function listOpenConversations(tx: Tx, ctx: StaffContext) {
  return tx
    .select({
      id: conversations.id,
      patientId: patients.id,
      calledName: patients.calledName,
      legalName: patients.legalName,
      phone: patients.phone,
      disclosureId: requests.disclosureId,
      requestId: requests.id,
      wishId: conversations.wishId,
      wantedAt: conversations.wantedAt,
      language: patients.language,
      lacksText: lacksText.mapWith(Boolean),
    })
    .from(conversations)
    .innerJoin(patients, on(patients, conversations.patientId))
    .leftJoin(requests, on(requests, conversations.requestId))
    .leftJoin(patientArchivings, openArchiving())
    .leftJoin(conversationOutcomes, outcomeOfConversation)
    .where(
      and(
        eq(conversations.practiceId, ctx.practiceId),
        isNull(patientArchivings.id),
        isNull(conversationOutcomes.id),
        sql`not ${isWishSettled}`,
        visiblePatients(ctx, "see-conversations"),
      ),
    )
    .orderBy(asc(conversations.wantedAt));
}

const outcomeOfConversation = on(conversations, conversationOutcomes.conversationId);

/** Holds the patient of these conversations, and says of each whether its question is already settled. */
export async function lockConversations(tx: Tx, ctx: StaffContext, conversationIds: readonly string[]) {
  const wanted = () =>
    tx
      .select({
        ...getTableColumns(conversations),
        concludedAt: conversationOutcomes.concludedAt,
        settled: sql<boolean>`${answers.id} is not null or ${requestCancellations.id} is not null`,
      })
      .from(conversations)
      .leftJoin(conversationOutcomes, outcomeOfConversation)
      .leftJoin(requests, on(requests, conversations.requestId))
      .leftJoin(answers, on(requests, answers.requestId))
      .leftJoin(requestCancellations, on(requests, requestCancellations.requestId))
      .where(
        and(eq(conversations.practiceId, ctx.practiceId), inArray(conversations.id, [...conversationIds])),
      );
  const before = await wanted();
  const [patientId, ...others] = new Set(before.map((one) => one.patientId));
  if (!patientId || others.length > 0 || before.length < new Set(conversationIds).size) throw new NotFound();
  await lockReachablePatient(tx, ctx, patientId, "conclude-conversations");
  return (await wanted()).map((one) => ({
    ...one,
    about: one.wishId ? ("wish" as const) : ("question" as const),
  }));
}
