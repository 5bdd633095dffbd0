import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { events } from "@/db/schema";
import { activityNames } from "@/lib/audit/events";
import type { PatientContext } from "@/lib/context";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { type ToldEvent, tellEvents } from "@/lib/screens/tell-events";

type ActivityParams = {
  /** Days before this one, YYYY-MM-DD in the practice's zone. */
  before: string | null;
  /** Only what somebody else opened. */
  onlyOpened: boolean;
};
/** Who did it, as the reader knows them; a mailbox that was replaced, or that gave a wrong answer, may be anybody's. */
type By = "self" | "earlier" | "somebody" | "practice";
export type Activity = ToldEvent & { by: By; calledName: string };

/** Enough whole days to make a page of about this many entries. */
const entriesOnPage = 40;

/** What happened around a patient's record, by day, newest first: a day is never cut in two. */
export async function activityPage(ctx: PatientContext, params: ActivityParams, language: Language) {
  return readPage(ctx, async (tx) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const names = new Map(patients.map(({ id, calledName }) => [id, calledName]));
    const day = sql<string>`(${events.at} at time zone ${timeZone})::date`;
    const theirs = and(
      eq(events.practiceId, ctx.practiceId),
      inArray(events.patientId, ctx.patientIds),
      inArray(events.name, params.onlyOpened ? opened : [...activityNames]),
      params.onlyOpened ? sql`${events.actorId} <> ${ctx.userId}` : undefined,
      params.before ? sql`${day} < ${params.before}::date` : undefined,
    );
    const { days, earlier } = await daysOfPage(tx, theirs, day);
    const last = days.at(-1);
    const rows = last
      ? await tx
          .select({ seq: events.seq, body: events.body, day: sql<string>`${day}::text` })
          .from(events)
          .where(and(theirs, sql`${day} >= ${last}::date`))
          .orderBy(desc(events.seq))
      : [];
    const told = await tellEvents(tx, ctx, rows, language);
    const entries = told.map((event, index): Activity & { day: string } => ({
      ...event,
      day: rows[index]?.day ?? "",
      by: byWhom(event, ctx),
      calledName: names.get(event.patient?.id ?? "") ?? "",
    }));
    return {
      practice: { name, phone, timeZone, crisisLine },
      severalPatients: patients.length > 1,
      days: days.map((one) => ({ day: one, entries: entries.filter((entry) => entry.day === one) })),
      /** Where the next page begins; null when there is nothing earlier. */
      before: earlier ? (last ?? null) : null,
    };
  });
}

const unproven: readonly string[] = ["patient.first-entry-missed", "patient.entry-locked"];

function byWhom({ actor, name }: ToldEvent, ctx: PatientContext): By {
  if (actor.kind !== "patient") return "practice";
  if (unproven.includes(name)) return "somebody";
  return actor.id === ctx.userId ? "self" : "earlier";
}

const opened = ["patient.viewed", "document.opened", "export.made"];

async function daysOfPage(tx: Tx, theirs: SQL | undefined, day: SQL<string>) {
  const counted = await tx
    .select({ day: sql<string>`${day}::text`, entries: sql<number>`count(*)::int` })
    .from(events)
    .where(theirs)
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`)
    .limit(entriesOnPage + 1);
  let entries = 0;
  const days = counted.filter((one) => {
    const fits = entries < entriesOnPage;
    entries += one.entries;
    return fits;
  });
  return { days: days.map((one) => one.day), earlier: days.length < counted.length };
}
