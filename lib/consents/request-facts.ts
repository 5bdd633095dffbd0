import { and, eq, type SQL, sql } from "drizzle-orm";
import { disclosures, items, versions } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { isGivenToTherapist } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import type { AnswerFacts, RequestFacts, YesOrNo } from "./consent-state";
import { type RareFacts, rareFacts, restsSince } from "./rare-facts";

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
  // A board has tens of thousands of facts and the driver's work is by column: so one column for all of them,
  // and each use as its position, y or n, and when it was taken back.
  // By the statistics of many practices ours has one row: unless materialized, the planner aggregates anew for each.
  const read = patientIds ? asPlanned : hashed;
  const rows = await read(
    tx,
    sql<{ facts: string }>`
    with uses as materialized (
      select ai.answer_id,
             string_agg(i.position || case ai.answer when 'yes' then 'y' else 'n' end
               || coalesce(${milliseconds("w.withdrawn_at")}::text, ''), ' ') as uses
        from answer_items ai
        join items i on i.practice_id = ai.practice_id and i.id = ai.item_id
        left join withdrawal_items wi
          on wi.practice_id = ai.practice_id and wi.answer_id = ai.answer_id and wi.item_id = ai.item_id
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
    select concat(r.id, ',', r.patient_id, ',', r.version_id, ',', r.sitting_id, ',',
             r.due_on, ',', r.origin = 'patient', ',', ${milliseconds("r.asked_at")}, ',',
             ${milliseconds("c.cancelled_at")}, ',', ${milliseconds("o.opened_at")}, ',', ${milliseconds("t.since")}, ',',
             o.version_id, ',', a.id, ',', a.version_id, ',', ${milliseconds("a.answered_at")}, ',',
             ${milliseconds("a.expires_at")}, ',', u.uses) as facts
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
  const rare = await rareFacts(tx, ctx, patientIds);
  return rows.map(({ facts }) => placedRequest(facts.split(","), known, rare)).sort(asAsked);
}

function asPlanned(tx: Tx, query: SQL<{ facts: string }>) {
  return tx.execute<{ facts: string }>(query);
}

/** Each table is read once: to a planner that expects one row, loops in loops seem to cost nothing. */
async function hashed(tx: Tx, query: SQL<{ facts: string }>) {
  await tx.execute(sql`set local enable_nestloop = off`);
  const rows = await asPlanned(tx, query);
  await tx.execute(sql`set local enable_nestloop = on`);
  return rows;
}

/** In the order of asking; sorted here, where it is a tenth of the work of the database. */
function asAsked(a: PlacedRequest, b: PlacedRequest): number {
  return a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1);
}

type KnownItem = { itemId: string; key: string };
type KnownVersion = { disclosureId: string; kind: DisclosureKind; items: Map<number, KnownItem> };
type KnownVersions = ReadonlyMap<string, KnownVersion>;

/** Whose each version is, and its items by position; a published version never changes. */
async function knownVersions(tx: Tx, ctx: Context): Promise<KnownVersions> {
  const { id: versionId, disclosureId } = versions;
  const { id: itemId, position, key } = items;
  const rows = await tx
    .select({ versionId, disclosureId, kind: disclosures.kind, itemId, position, key })
    .from(versions)
    .innerJoin(
      disclosures,
      and(eq(disclosures.practiceId, versions.practiceId), eq(disclosures.id, disclosureId)),
    )
    .innerJoin(items, and(eq(items.practiceId, versions.practiceId), eq(items.versionId, versionId)))
    .where(eq(versions.practiceId, ctx.practiceId));
  const known = new Map<string, KnownVersion>();
  for (const { versionId, disclosureId, kind, position, ...item } of rows) {
    const version = known.get(versionId) ?? { disclosureId, kind, items: new Map<number, KnownItem>() };
    version.items.set(position, item);
    known.set(versionId, version);
  }
  return known;
}

function milliseconds(column: string) {
  return sql.raw(`(date_part('epoch', ${column}) * 1000)::bigint`);
}

function moment(text: string): Date | null {
  return text ? new Date(Number(text)) : null;
}

function placedRequest(facts: string[], known: KnownVersions, rare: RareFacts): PlacedRequest {
  const [id = "", patientId = "", versionId = "", sittingId = "", dueOn, unasked, ...rest] = facts;
  const [asked, cancelled = "", opened = "", talk = "", openedVersionId, ...answered] = rest;
  return {
    id,
    patientId,
    disclosureId: known.get(versionId)?.disclosureId ?? "",
    sittingId,
    versionId,
    askedAt: new Date(Number(asked)),
    dueOn: dueOn || null,
    startedByPatient: unasked === "t",
    cancelledAt: moment(cancelled),
    declinedAt: rare.declined.get(id) ?? null,
    openedAt: moment(opened),
    openedVersionId: openedVersionId || null,
    talkFirstSince: moment(talk),
    ending: rare.endings.get(id) ?? null,
    answer: answerFacts(patientId, answered, known, rare),
  };
}

function answerFacts(
  patientId: string,
  [id, versionId = "", answered, expires = "", uses = ""]: string[],
  known: KnownVersions,
  rare: RareFacts,
): AnswerFacts | null {
  if (!id) return null;
  const version = known.get(versionId);
  const answeredAt = new Date(Number(answered));
  const changes = version && isGivenToTherapist(version.kind) ? rare.treating.get(patientId) : undefined;
  return {
    id,
    versionId,
    answeredAt,
    expiresAt: moment(expires),
    correctedAt: rare.corrected.get(id) ?? null,
    restsSince: changes ? restsSince(changes, answeredAt) : null,
    withoutRecording: version?.kind === "recording-consent" ? rare.withoutRecording(patientId) : nowhere,
    items: usesOf(uses, version?.items ?? noItems),
  };
}

const nowhere: AnswerFacts["withoutRecording"] = [];

function usesOf(uses: string, known: ReadonlyMap<number, KnownItem>): AnswerFacts["items"] {
  const byPosition: AnswerFacts["items"] = [];
  for (const use of uses.split(" ")) {
    const end = use.search(/[yn]/);
    const position = Number(use.slice(0, end));
    const item = known.get(position);
    if (!item) continue;
    const answer: YesOrNo = use[end] === "y" ? "yes" : "no";
    const { itemId, key } = item;
    byPosition[position] = { itemId, key, answer, withdrawnAt: moment(use.slice(end + 1)) };
  }
  // Positions may have gaps, or begin at one.
  return Object.values(byPosition);
}

const noItems: ReadonlyMap<number, KnownItem> = new Map();
