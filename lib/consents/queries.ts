import { and, desc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import { answers, disclosures, patients, requests } from "@/db/schema";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";
import type { Ability } from "@/lib/practices/roles";
import { findEvidence } from "./evidence";
import type { RequestFacts, YesOrNo } from "./rules";

export type PlacedRequest = RequestFacts & { patientId: string; disclosureId: string; sittingId: string };

type FactsRow = {
  id: string;
  patient_id: string;
  disclosure_id: string;
  version_id: string;
  sitting_id: string;
  asked_at: number;
  due_on: string | null;
  cancelled_at: number | null;
  opened_at: number | null;
  talk_first_since: number | null;
  answer_id: string | null;
  answer_version_id: string | null;
  answered_at: number | null;
  items: [string, string, YesOrNo, number | null][] | null;
};

/** Every request with what became of it, in one fetch: of some patients, or of the whole practice. */
export async function listRequestFacts(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<PlacedRequest[]> {
  if (patientIds?.length === 0) return [];
  const ofThem = (column: SQL) => (patientIds ? sql`and ${column} in ${[...patientIds]}` : sql``);
  const rows = await tx.execute<FactsRow>(sql`
    with given as (
      select a.practice_id, a.id, a.request_id, a.version_id, a.answered_at from answers a
       where a.practice_id = ${ctx.practiceId} ${ofThem(sql`a.patient_id`)}
    ), uses as (
      select ai.answer_id, json_agg(json_build_array(ai.item_id, i.key, ai.answer,
               (extract(epoch from w.withdrawn_at) * 1000)::bigint) order by i.position) as items
        from given g
        join answer_items ai on ai.practice_id = g.practice_id and ai.answer_id = g.id
        join items i on i.practice_id = ai.practice_id and i.id = ai.item_id
        left join withdrawal_items wi
          on wi.practice_id = ai.practice_id and wi.answer_id = ai.answer_id and wi.item_id = ai.item_id
        left join withdrawals w on w.practice_id = wi.practice_id and w.id = wi.withdrawal_id
       group by ai.answer_id
    ), talks as (
      select c.request_id, min(c.wanted_at) as since from conversations c
       where c.practice_id = ${ctx.practiceId} ${ofThem(sql`c.patient_id`)}
         and not exists (select from conversation_outcomes o
                          where o.practice_id = c.practice_id and o.conversation_id = c.id)
       group by c.request_id
    )
    select r.id, r.patient_id, r.disclosure_id, r.version_id, r.sitting_id, r.due_on::text as due_on,
           extract(epoch from r.asked_at)::float8 * 1000 as asked_at,
           extract(epoch from c.cancelled_at)::float8 * 1000 as cancelled_at,
           (select extract(epoch from min(o.opened_at))::float8 * 1000 from request_openings o
             where o.practice_id = r.practice_id and o.request_id = r.id) as opened_at,
           extract(epoch from t.since)::float8 * 1000 as talk_first_since,
           g.id as answer_id, g.version_id as answer_version_id,
           extract(epoch from g.answered_at)::float8 * 1000 as answered_at,
           u.items
      from requests r
      left join request_cancellations c on c.practice_id = r.practice_id and c.request_id = r.id
      left join given g on g.request_id = r.id
      left join uses u on u.answer_id = g.id
      left join talks t on t.request_id = r.id
     where r.practice_id = ${ctx.practiceId} ${ofThem(sql`r.patient_id`)}
     order by r.asked_at, r.id`);
  return rows.map(placedRequest);
}

const moment = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));

function placedRequest(row: FactsRow): PlacedRequest {
  const answered = row.answer_id && row.answer_version_id && row.answered_at !== null;
  return {
    id: row.id,
    patientId: row.patient_id,
    disclosureId: row.disclosure_id,
    sittingId: row.sitting_id,
    versionId: row.version_id,
    askedAt: new Date(row.asked_at),
    dueOn: row.due_on,
    cancelledAt: moment(row.cancelled_at),
    openedAt: moment(row.opened_at),
    talkFirstSince: moment(row.talk_first_since),
    answer: answered
      ? {
          id: row.answer_id ?? "",
          versionId: row.answer_version_id ?? "",
          answeredAt: new Date(row.answered_at ?? 0),
          items: (row.items ?? []).map(([itemId, key, answer, at]) => ({
            itemId,
            key,
            answer,
            withdrawnAt: moment(at),
          })),
        }
      : null,
  };
}

/**
 * Locks what decides about a request, in the order of the house: the disclosure is shared, the patient held.
 * A request the caller may not touch is not found.
 */
export async function lockRequest(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  requestId: string,
  ability?: Ability,
) {
  const [request] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.practiceId, ctx.practiceId), eq(requests.id, requestId)));
  if (!request) throw new NotFound();

  await tx
    .select({ id: disclosures.id })
    .from(disclosures)
    .where(and(eq(disclosures.practiceId, ctx.practiceId), eq(disclosures.id, request.disclosureId)))
    .for("share");
  const patient = await lockReachablePatient(tx, ctx, request.patientId, ability);
  return { request, patient };
}

export async function lockAnswer(tx: Tx, ctx: PatientContext, answerId: string) {
  const [answer] = await tx
    .select()
    .from(answers)
    .where(and(eq(answers.practiceId, ctx.practiceId), eq(answers.id, answerId)));
  if (!answer) throw new NotFound();
  const patient = await lockReachablePatient(tx, ctx, answer.patientId);
  return { answer, patient };
}

export async function lockReachablePatient(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  patientId: string,
  ability: Ability = "see-patients",
) {
  const [patient] = await tx
    .select()
    .from(patients)
    .where(and(eq(patients.practiceId, ctx.practiceId), eq(patients.id, patientId), reachable(ctx, ability)))
    .for("no key update");
  if (!patient) throw new NotFound();
  return patient;
}

function reachable(ctx: PatientContext | StaffContext, ability: Ability) {
  if (ctx.kind === "staff") return visiblePatients(ctx, ability);
  return ctx.patientIds.length > 0 ? inArray(patients.id, ctx.patientIds) : sql`false`;
}

/** The facts of one request and the versions of its disclosure, as the rules want them. */
export async function requestFacts(tx: Tx, ctx: Context, patientId: string, requestId: string) {
  const facts = (await listRequestFacts(tx, ctx, [patientId])).find((request) => request.id === requestId);
  if (!facts) throw new NotFound();
  const disclosure = (await listDisclosures(tx, ctx)).find(({ id }) => id === facts.disclosureId);
  if (!disclosure) throw new NotFound();
  return { facts, disclosure };
}

/** The name typed for the previous text of the same sitting, so that it is typed once. */
export async function nameTypedInSitting(tx: Tx, ctx: PatientContext, sittingId: string): Promise<string> {
  const [last] = await tx
    .select({ id: answers.id })
    .from(answers)
    .innerJoin(requests, and(eq(requests.practiceId, answers.practiceId), eq(requests.id, answers.requestId)))
    .where(
      and(
        eq(answers.practiceId, ctx.practiceId),
        eq(requests.sittingId, sittingId),
        eq(answers.answeredBy, ctx.userId),
        gte(answers.answeredAt, ctx.arrival.authenticatedAt),
        inArray(answers.patientId, ctx.patientIds),
      ),
    )
    .orderBy(desc(answers.answeredAt))
    .limit(1);
  const evidence = last && (await findEvidence(tx, ctx, { answerId: last.id }));
  return evidence?.printedName ?? "";
}
