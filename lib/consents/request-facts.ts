import { type SQL, sql } from "drizzle-orm";
import { milliseconds } from "@/db/milliseconds";
import type { Context } from "@/lib/context";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { type ListedItem, listDisclosures } from "@/lib/disclosures/queries";
import { isGivenToTherapist } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import type { AnswerFacts, RequestFacts, YesOrNo } from "./consent-state";
import { type RequestExceptions, requestExceptions, restsSince } from "./request-exceptions";

export type PlacedRequest = RequestFacts & { patientId: string; disclosureId: string; sittingId: string };

/** Every request with what became of it, in one fetch: of some patients or the whole practice, about one text or all. */
export async function listRequestFacts(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
  disclosureId: string | null = null,
): Promise<PlacedRequest[]> {
  if (patientIds?.length === 0) return [];
  const ofThem = (column: SQL) => (patientIds ? sql`and ${column} in ${[...patientIds]}` : sql``);
  const aboutIt = disclosureId ? sql`and disclosure_id = ${disclosureId}` : sql``;
  const among = (column: SQL, table: "answers" | "requests") =>
    patientIds || disclosureId
      ? sql`and ${column} in (select id from ${sql.raw(table)}
          where practice_id = ${ctx.practiceId} ${ofThem(sql`patient_id`)} ${aboutIt})`
      : sql``;
  // A board has tens of thousands of facts: the uses of an answer are one value, and moments are numbers.
  // By the statistics of many practices ours has one row: unless materialized, the planner aggregates anew for each.
  const read = patientIds ? asPlanned : hashed;
  const rows = await read(
    tx,
    sql<Row>`
    with uses as materialized (
      select ai.answer_id,
             json_agg(json_build_array(i.position, ai.answer, ${milliseconds("w.withdrawn_at")})) as uses
        from answer_items ai
        join items i on i.practice_id = ai.practice_id and i.id = ai.item_id
        left join withdrawal_items wi
          on wi.practice_id = ai.practice_id and wi.answer_id = ai.answer_id and wi.item_id = ai.item_id
         and not exists (select from put_backs b
                          where b.practice_id = wi.practice_id and b.withdrawal_id = wi.withdrawal_id)
        left join withdrawals w on w.practice_id = wi.practice_id and w.id = wi.withdrawal_id
       where ai.practice_id = ${ctx.practiceId} ${among(sql`ai.answer_id`, "answers")}
       group by ai.answer_id
    ), openings as materialized (
      select o.request_id, min(o.opened_at) as opened_at,
             (array_agg(o.version_id order by o.opened_at desc))[1] as version_id from request_openings o
       where o.practice_id = ${ctx.practiceId} ${among(sql`o.request_id`, "requests")}
       group by o.request_id
    ), talks as materialized (
      select c.request_id, min(c.wanted_at) as since from conversations c
       where c.practice_id = ${ctx.practiceId} ${ofThem(sql`c.patient_id`)}
         and not exists (select from conversation_outcomes o
                          where o.practice_id = c.practice_id and o.conversation_id = c.id)
       group by c.request_id
    )
    select r.id, r.patient_id as "patientId", r.version_id as "versionId", r.sitting_id as "sittingId",
           r.due_on as "dueOn", r.origin = 'patient' as "startedByPatient",
           ${milliseconds("r.asked_at")} as "askedAt", ${milliseconds("c.cancelled_at")} as "cancelledAt",
           ${milliseconds("o.opened_at")} as "openedAt", o.version_id as "openedVersionId",
           ${milliseconds("t.since")} as "talkFirstSince",
           a.id as "answerId", a.version_id as "answeredVersionId", a.language,
           ${milliseconds("a.answered_at")} as "answeredAt", ${milliseconds("a.expires_at")} as "expiresAt", u.uses
      from requests r
      left join request_cancellations c on c.practice_id = r.practice_id and c.request_id = r.id
      left join answers a on a.practice_id = r.practice_id and a.request_id = r.id
      left join uses u on u.answer_id = a.id
      left join openings o on o.request_id = r.id
      left join talks t on t.request_id = r.id
     where r.practice_id = ${ctx.practiceId} ${ofThem(sql`r.patient_id`)}
       ${disclosureId ? sql`and r.disclosure_id = ${disclosureId}` : sql``}`,
  );
  const known = await knownVersions(tx, ctx);
  const exceptions = await requestExceptions(tx, ctx, patientIds);
  return rows.map((row) => placedRequest(row, known, exceptions)).sort(asAsked);
}

/** What the database says of a request, moments in milliseconds; each use as position, answer, and when it was taken back. */
type Row = {
  id: string;
  patientId: string;
  versionId: string;
  sittingId: string;
  dueOn: string | null;
  startedByPatient: boolean;
  askedAt: number;
  cancelledAt: number | null;
  openedAt: number | null;
  openedVersionId: string | null;
  talkFirstSince: number | null;
  answerId: string | null;
  answeredVersionId: string | null;
  language: Language | null;
  answeredAt: number | null;
  expiresAt: number | null;
  uses: [position: number, answer: YesOrNo, withdrawnAt: number | null][] | null;
};

function asPlanned(tx: Tx, query: SQL<Row>) {
  return tx.execute<Row>(query);
}

/** Each table is read once: to a planner that expects one row, loops in loops seem to cost nothing. */
async function hashed(tx: Tx, query: SQL<Row>) {
  await tx.execute(sql`set local enable_nestloop = off`);
  const rows = await asPlanned(tx, query);
  await tx.execute(sql`set local enable_nestloop = on`);
  return rows;
}

/** In the order of asking; sorted here, where it is a tenth of the work of the database. */
function asAsked(a: PlacedRequest, b: PlacedRequest): number {
  return a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1);
}

type KnownVersion = { disclosureId: string; kind: DisclosureKind; items: ReadonlyMap<number, ListedItem> };
type KnownVersions = ReadonlyMap<string, KnownVersion>;

/** Whose each version is, and its items by position. */
async function knownVersions(tx: Tx, ctx: Context): Promise<KnownVersions> {
  const disclosures = await listDisclosures(tx, ctx);
  return new Map(
    disclosures.flatMap(({ id: disclosureId, kind, versions }) =>
      versions.map(({ id, items }) => {
        const byPosition = new Map(items.map((item) => [item.position, item]));
        return [id, { disclosureId, kind, items: byPosition }] as const;
      }),
    ),
  );
}

function moment(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}

function placedRequest(row: Row, known: KnownVersions, exceptions: RequestExceptions): PlacedRequest {
  const { id, patientId, versionId, sittingId, dueOn, startedByPatient, openedVersionId } = row;
  return {
    id,
    patientId,
    versionId,
    sittingId,
    dueOn,
    startedByPatient,
    openedVersionId,
    disclosureId: known.get(versionId)?.disclosureId ?? "",
    askedAt: new Date(row.askedAt),
    cancelledAt: moment(row.cancelledAt),
    declinedAt: exceptions.declined.get(id) ?? null,
    openedAt: moment(row.openedAt),
    talkFirstSince: moment(row.talkFirstSince),
    ending: exceptions.endings.get(id) ?? null,
    answer: answerFacts(row, known, exceptions),
  };
}

function answerFacts(row: Row, known: KnownVersions, exceptions: RequestExceptions): AnswerFacts | null {
  const { answerId: id, answeredVersionId: versionId, language, answeredAt: at, patientId } = row;
  if (id === null || versionId === null || language === null || at === null) return null;
  const version = known.get(versionId);
  const answeredAt = new Date(at);
  const changes =
    version && isGivenToTherapist(version.kind) ? exceptions.treating.get(patientId) : undefined;
  return {
    id,
    versionId,
    language,
    answeredAt,
    expiresAt: moment(row.expiresAt),
    correctedAt: exceptions.corrected.get(id) ?? null,
    restsSince: changes ? restsSince(changes, answeredAt) : null,
    withoutRecording:
      version?.kind === "recording-consent" ? exceptions.withoutRecording(patientId) : nowhere,
    items: usesOf(row.uses ?? [], version?.items ?? noItems),
  };
}

const nowhere: AnswerFacts["withoutRecording"] = [];

function usesOf(
  uses: NonNullable<Row["uses"]>,
  known: ReadonlyMap<number, ListedItem>,
): AnswerFacts["items"] {
  const byPosition: AnswerFacts["items"] = [];
  for (const [position, answer, withdrawnAt] of uses) {
    const item = known.get(position);
    if (!item) continue;
    const { id: itemId, key } = item;
    byPosition[position] = { itemId, key, answer, withdrawnAt: moment(withdrawnAt) };
  }
  // Positions may have gaps, or begin at one.
  return Object.values(byPosition);
}

const noItems: ReadonlyMap<number, ListedItem> = new Map();
