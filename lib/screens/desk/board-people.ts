import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { patientArchivings, patients } from "@/db/schema";
import { listRequestFacts, type PlacedRequest } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import { daysAfter, startOfDay, today } from "@/lib/dates";
import type { listDisclosures } from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import { recordsStates } from "@/lib/electronic-records/records-state";
import type { Tx } from "@/lib/in-practice";
import { openArchiving } from "@/lib/patients/queries";
import { nextChangeAt } from "@/lib/platforms/next-change-at";
import { type Meeting, whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { type BoardCell, type BoardPatient, type BoardRow, cellsOf } from "./board-rows";

export type BoardDisclosure = Awaited<ReturnType<typeof listDisclosures>>[number];

/** Where one patient stands with every published text, whoever looks at it. */
export type BoardPerson = {
  patient: BoardPatient;
  treatingStaffId: string;
  /** One a published text, in their order. */
  cells: BoardCell[];
  /** Retired texts with a yes of theirs. */
  holds: readonly string[];
  meeting: Meeting | null;
  /** Their row as it was asked for last. */
  lastRow: { key: string; row: BoardRow } | null;
};

export function publishedAt(disclosures: readonly BoardDisclosure[], now: Date): BoardDisclosure[] {
  return disclosures.filter(({ versions }) => currentVersion(versions, now));
}

/** These active patients of the practice, or all of them; and until when all of it stays true by itself. */
export async function computePeople(
  tx: Tx,
  ctx: StaffContext,
  ids: readonly string[] | null,
  disclosures: readonly BoardDisclosure[],
  now: Date,
): Promise<{ people: BoardPerson[]; dueAt: Date }> {
  const published = publishedAt(disclosures, now);
  const found = await listActive(tx, ctx, ids);
  const requests = await listRequestFacts(tx, ctx, ids);
  const about = { patientIds: ids, disclosures, requests };
  const standingOf = await recordsStates(tx, ctx, about, now);
  const meetingOf = await whereTheyMeet(tx, ctx, ids, now);
  const requestsOf = Map.groupBy(requests, ({ patientId }) => patientId);
  const people = found.map(({ treatingStaffId, ...one }): BoardPerson => {
    const own = requestsOf.get(one.id) ?? [];
    const meeting = meetingOf(one.id);
    const patient = {
      ...one,
      undelivered: false,
      onPaper: standingOf(one.id).route === "paper",
      meetsBy: meeting?.platform.kind ?? null,
      toAgree: meeting?.toAgree ?? null,
    };
    const cells = cellsOf(patient, published, own, now);
    return { patient, treatingStaffId, cells, holds: heldOf(published, own), meeting, lastRow: null };
  });
  const { timeZone } = await getPractice(tx, ctx);
  const times = [
    startOfDay(daysAfter(today(now, timeZone), 1), timeZone),
    await nextChangeAt(tx, ctx, now),
    ...disclosures.flatMap(({ versions }) =>
      versions.flatMap(({ effectiveFrom, earlierAnswersUntil }) => [effectiveFrom, earlierAnswersUntil]),
    ),
    ...requests.map(({ answer }) => answer?.expiresAt ?? null),
  ];
  return { people, dueAt: firstAfter(now, times) };
}

/** In the order of the board. */
export async function listActiveIds(tx: Tx, ctx: StaffContext): Promise<string[]> {
  return (await listActive(tx, ctx, null)).map(({ id }) => id);
}

async function listActive(tx: Tx, ctx: StaffContext, ids: readonly string[] | null) {
  const { id, calledName, legalName, phone, email, treatingStaffId, practiceId } = patients;
  const rows = await tx
    .select({ id, calledName, legalName, phone, email, treatingStaffId })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(
      and(
        eq(practiceId, ctx.practiceId),
        isNull(patientArchivings.id),
        ids ? inArray(id, [...ids]) : undefined,
      ),
    )
    .orderBy(sql`${legalName} collate "und-x-icu"`, asc(id));
  return rows.map(({ email, ...row }) => ({ ...row, hasEmail: email !== null }));
}

function heldOf(published: readonly BoardDisclosure[], own: readonly PlacedRequest[]): readonly string[] {
  const retired = published.filter(({ retiredAt }) => retiredAt);
  return retired.flatMap(({ id }) =>
    own.some((request) => request.disclosureId === id && holdsYes(request)) ? [id] : [],
  );
}

function holdsYes({ answer }: PlacedRequest): boolean {
  return answer?.items.some((item) => item.answer === "yes" && !item.withdrawnAt) ?? false;
}

function firstAfter(now: Date, times: readonly (Date | null)[]): Date {
  const coming = times.flatMap((at) => (at && at > now ? at.getTime() : []));
  return new Date(coming.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY));
}
