import { and, count, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { auditHeads, checkpoints, events, patients } from "@/db/schema";
import { type EventName, isEventName } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/context";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { visiblePatients } from "@/lib/patients/queries";
import { isNamedLike } from "@/lib/patients/search";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { mustMay, reach, whyNotMay } from "@/lib/roles";
import { type ToldEvent, tellEvents } from "@/lib/screens/tell-events";

/** Further nobody counts: it would take longer the longer the trail is, and says no more. */
export const mostCounted = 1_000;

export type TrailParams = {
  patientId?: string | undefined;
  /** Words of a patient's name, address or number. */
  patientNamed?: string | undefined;
  staffId?: string | undefined;
  name?: EventName | undefined;
  /** Days in the practice's zone, both included. */
  from?: string | undefined;
  until?: string | undefined;
  before?: number | undefined;
  most?: number;
};

/** One page of the trail, newest first, with what the filters offer and where the trail stands. */
export async function trailPage(ctx: StaffContext, params: TrailParams, language: Language) {
  mustMay(ctx, "read-trail");
  return readPage(ctx, async (tx) => {
    const { timeZone } = await getPractice(tx, ctx);
    const trail = await listTrail(tx, ctx, { ...params, timeZone }, language);
    const [head] = await tx
      .select({ size: auditHeads.size })
      .from(auditHeads)
      .where(eq(auditHeads.practiceId, ctx.practiceId));
    const [checkpoint] = await tx
      .select({ size: checkpoints.size, signedAt: checkpoints.signedAt })
      .from(checkpoints)
      .where(eq(checkpoints.practiceId, ctx.practiceId))
      .orderBy(desc(checkpoints.size))
      .limit(1);
    return {
      ...trail,
      timeZone,
      size: head?.size ?? 0,
      checkpoint: checkpoint ?? null,
      staff: (await listStaff(tx, ctx)).map(({ id, name }) => ({ id, name })),
      patient: params.patientId ? await namedPatient(tx, ctx, params.patientId) : null,
      seesWholeTrail: seesWholeTrail(ctx),
      mayExport: whyNotMay(ctx, "export-trail") === null,
    };
  });
}

/** Entries this person may read: all for owner and auditor, else those about their patients and their own acts. */
export async function listTrail(
  tx: Tx,
  ctx: StaffContext,
  params: TrailParams & { timeZone: string },
  language: Language,
): Promise<{
  entries: ToldEvent[];
  /** How many there are on all pages; null when they are more than are counted. */
  matches: number | null;
  next: number | null;
}> {
  const { most = 50, before } = params;
  const named = params.patientNamed ? isNamedLike(params.patientNamed) : undefined;
  const matching = and(
    eq(events.practiceId, ctx.practiceId),
    readable(tx, ctx),
    named && aboutPatients(tx, ctx, named),
    ...wanted(params),
  );
  const rows = await tx
    .select({ seq: events.seq, body: events.body })
    .from(events)
    .where(and(matching, before === undefined ? undefined : lt(events.seq, before)))
    .orderBy(desc(events.seq))
    .limit(most + 1);
  const shown = rows.slice(0, most);
  const isAll = before === undefined && rows.length <= most;
  return {
    entries: await tellEvents(tx, ctx, shown, language),
    matches: isAll ? rows.length : await countUpTo(mostCounted, tx, matching),
    next: rows.length > most ? (shown.at(-1)?.seq ?? null) : null,
  };
}

async function countUpTo(most: number, tx: Tx, matching: SQL | undefined): Promise<number | null> {
  const some = tx
    .select({ seq: events.seq })
    .from(events)
    .where(matching)
    .limit(most + 1)
    .as("some");
  const [found] = await tx.select({ entries: count() }).from(some);
  const entries = found?.entries ?? 0;
  return entries > most ? null : entries;
}

function seesWholeTrail(ctx: StaffContext): boolean {
  return reach(ctx.roles, "export-trail") === "all";
}

function readable(tx: Tx, ctx: StaffContext): SQL | undefined {
  if (seesWholeTrail(ctx)) return undefined;
  return or(aboutPatients(tx, ctx), eq(events.actorId, ctx.staffId));
}

/** The entry is about one of the patients this person reaches, or about one of those among them. */
function aboutPatients(tx: Tx, ctx: StaffContext, among?: SQL): SQL {
  const reached = and(visiblePatients(ctx, "read-trail"), among);
  return inArray(events.patientId, tx.select({ id: patients.id }).from(patients).where(reached));
}

function wanted({ patientId, staffId, name, from, until, timeZone }: TrailParams & { timeZone: string }) {
  const startOf = (day: string, later = 0) =>
    sql`((${day}::date + ${later}::int)::timestamp at time zone ${timeZone})`;
  return [
    patientId ? eq(events.patientId, patientId) : undefined,
    staffId ? eq(events.actorId, staffId) : undefined,
    name && isEventName(name) ? eq(events.name, name) : undefined,
    from ? gte(events.at, startOf(from)) : undefined,
    until ? lt(events.at, startOf(until, 1)) : undefined,
  ];
}

async function namedPatient(tx: Tx, ctx: StaffContext, patientId: string) {
  const [found] = await tx
    .select({ id: patients.id, legalName: patients.legalName })
    .from(patients)
    .where(and(visiblePatients(ctx, "read-trail"), eq(patients.id, patientId)));
  return found ?? null;
}
