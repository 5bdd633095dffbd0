import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { lookAcross, readPractice, type Tx } from "@/lib/in-practice";
import { openRequest } from "@/lib/requests/open-request";
import { ownDatabase } from "@/test/database";
import { makeAsked } from "./consents.fixture";
import { listRequestFacts } from "./request-facts";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

/** So many more rows like those of the one question, and statistics by which a practice has hardly any. */
async function multiply(practiceId: string, times: number) {
  const like = (table: string, ...keys: string[]) => {
    const row = ["id", ...keys].map((key) => `'${key}', md5(n::text)::uuid`).join(", ");
    const columns = ["practice_id", "id", ...keys].map(
      (column) => `select pg_restore_attribute_stats('schemaname', 'public', 'relname', '${table}',
        'attname', '${column}', 'inherited', false, 'null_frac', 0::real, 'avg_width', 16,
        'n_distinct', ${column === "practice_id" ? "100000" : "-1"}::real);`,
    );
    return `
      insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(one) || jsonb_build_object(${row}))).*
        from (select * from ${table} where practice_id = '${practiceId}' limit 1) one, generate_series(1, ${times}) n;
      select pg_restore_relation_stats('schemaname', 'public', 'relname', '${table}',
        'relpages', 1, 'reltuples', 1000::real);
      ${columns.join("")}`;
  };
  await asSuperuser(`
    ${like("requests", "patient_id")} ${like("request_openings", "request_id")}
    ${like("answers", "request_id", "patient_id")} ${like("answer_items", "answer_id")}`);
}

/** What this connection has read so far, by the database's own count. */
async function rowsRead(tx: Tx): Promise<number> {
  const [found] = await tx.execute<{ rows: string }>(
    sql`select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows from pg_stat_xact_user_tables`,
  );
  return Number(found?.rows);
}

test("the facts of a practice are read once, also when by the statistics it has hardly any", async ({
  skip,
}) => {
  const [server] = await lookAcross((tx) =>
    tx.execute<{ version: number }>(sql`select current_setting('server_version_num')::int as version`),
  );
  skip((server?.version ?? 0) < 180_000, "Statistics can be written by hand from PostgreSQL 18 on.");
  const { made, ctx, text, requestId, input } = await makeAsked();
  await openRequest(ctx, { requestId, versionId: text.version.id });
  await answerRequest(ctx, input);
  await multiply(made.practice.id, 400);

  const { facts, rows } = await readPractice(made.therapist, async (tx) => {
    const before = await rowsRead(tx);
    const facts = await listRequestFacts(tx, made.therapist, null);
    return { facts, rows: (await rowsRead(tx)) - before };
  });
  expect(facts).toHaveLength(401);
  // Each of 401 questions has one opening, one answer and two uses; none is read a second time.
  expect(rows).toBeLessThan(401 * 10);
});
