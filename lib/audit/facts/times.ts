import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** The column's moment as entries and records write it. */
export function utc(column: AnyColumn | SQL) {
  return sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

const minute = 60_000;
const longestOperation = 10 * minute;

/** The time of the entry before `e`, for those few whose fact is far from it. */
export function timeBefore(fact: SQL) {
  const farFromFact = sql`abs(extract(epoch from e.at - ${fact})) * 1000 > ${longestOperation}`;
  const before = sql`select ${utc(sql`p.at`)} from events p where p.practice_id = e.practice_id and p.seq = e.seq - 1`;
  return sql<string | null>`case when ${farFromFact} then (${before}) end`;
}

/**
 * A fact's time is read before that of its entry, in one operation. Only where a clock was set back does an
 * entry repeat the time of the one before it, however much earlier its fact is.
 */
export function isTimeOf(fact: string, entry: { at: string; before: string | null }): boolean {
  const gap = Date.parse(entry.at) - Date.parse(fact);
  return Math.abs(gap) <= longestOperation || (gap > 0 && entry.at === entry.before);
}
