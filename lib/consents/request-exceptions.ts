import { sql } from "drizzle-orm";
import { milliseconds } from "@/db/milliseconds";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Span } from "@/lib/platforms/platform-changes";
import { withoutRecording } from "@/lib/platforms/without-recording";
import type { NoticeEnding } from "./consent-state";

export type RequestExceptions = {
  declined: ReadonlyMap<string, Date>;
  endings: ReadonlyMap<string, NoticeEnding>;
  corrected: ReadonlyMap<string, Date>;
  treating: ReadonlyMap<string, TreatingChange[]>;
  /** When each patient meets where nothing can be recorded. */
  withoutRecording: (patientId: string) => readonly Span[];
};
type TreatingChange = { formerStaffId: string; treatingStaffId: string; changedAt: Date };

/** Columns that a kind of fact does not have are null; moments are milliseconds. */
type Row = {
  fact: "declined" | "ended" | "corrected" | "treating";
  id: string;
  at: number;
  outcome: NoticeEnding["outcome"];
  formerStaffId: string;
  treatingStaffId: string;
};

/** What only few requests and answers have, in a query of its own, so that the query for all of them stays fast. */
export async function requestExceptions(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<RequestExceptions> {
  const { practiceId } = ctx;
  const ofThem = patientIds ? sql`and t.patient_id in ${[...patientIds]}` : sql``;
  const rows = await tx.execute<Row>(sql`
    select 'declined' as fact, request_id as id, ${milliseconds("declined_at")} as at,
           null as outcome, null as "formerStaffId", null as "treatingStaffId"
      from request_declines where practice_id = ${practiceId}
    union all
    select 'ended', request_id, ${milliseconds("ended_at")}, outcome::text, null, null
      from notice_endings where practice_id = ${practiceId}
    union all
    select 'corrected', answer_id, ${milliseconds("corrected_at")}, null, null, null
      from answer_corrections where practice_id = ${practiceId}
    union all
    select 'treating', t.patient_id, ${milliseconds("t.changed_at")}, null,
           t.former_staff_id::text, p.treating_staff_id::text
      from treating_changes t
      join patients p on p.practice_id = t.practice_id and p.id = t.patient_id
     where t.practice_id = ${practiceId} ${ofThem}
     order by at`);
  const known = Map.groupBy(rows, ({ fact }) => fact);
  const moments = (fact: "declined" | "corrected") =>
    new Map((known.get(fact) ?? []).map(({ id, at }) => [id, new Date(at)]));
  const changes = (known.get("treating") ?? []).map(({ id, at, formerStaffId, treatingStaffId }) => {
    return { patientId: id, changedAt: new Date(at), formerStaffId, treatingStaffId };
  });
  return {
    declined: moments("declined"),
    endings: new Map(
      (known.get("ended") ?? []).map(({ id, at, outcome }) => [id, { outcome, at: new Date(at) }]),
    ),
    corrected: moments("corrected"),
    treating: Map.groupBy(changes, ({ patientId }) => patientId),
    withoutRecording: await withoutRecording(tx, ctx, patientIds),
  };
}

/** Given to somebody who treated them then and does not now: it rests from the day they stopped. */
export function restsSince(changes: readonly TreatingChange[], answeredAt: Date): Date | null {
  const left = changes.find(({ changedAt }) => changedAt > answeredAt);
  return left && left.formerStaffId !== left.treatingStaffId ? left.changedAt : null;
}
