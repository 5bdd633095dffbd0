import { afterAll, expect, test } from "vitest";
import { closeDatabase, database } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { ownDatabase } from "@/test/database";
import { documentsPage } from "./documents";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

const more = 120;

test("one page of many documents is read, all are counted, and the oldest is found", async () => {
  const { ctx, input, made, patient, text } = await makeAsked();
  await answerRequest(ctx, input);
  await sealOwedDocuments(new AbortController().signal);
  const { practiceId } = made.system;
  const title = text.texts.en.title;
  // So many more, all newer, of somebody else.
  const like = (table: string, change: string) => `insert into ${table}
    select (jsonb_populate_record(null::${table}, to_jsonb(one) || jsonb_build_object(${change}))).*
      from (select * from ${table} where practice_id = '${practiceId}' limit 1) one, generate_series(1, ${more}) n;`;
  const own = "'id', md5(n::text)::uuid, 'patient_id', md5('else')::uuid";
  await asSuperuser(`
    insert into patients select (jsonb_populate_record(null::patients, to_jsonb(p)
      || jsonb_build_object('id', md5('else')::uuid, 'legal_name', 'Somebody Else'))).*
      from patients p where practice_id = '${practiceId}';
    ${like("signatures", own)} ${like("answers", `${own}, 'request_id', md5(n::text)::uuid`)}
    ${like("documents", `${own}, 'signature_id', md5(n::text)::uuid, 'sealed_at', one.sealed_at + interval '1 day'`)}`);

  const limits: number[] = [];
  database().options.debug = (_, statement, values) => {
    if (/ limit /.test(statement)) limits.push(...values.map(Number).filter(Number.isFinite));
  };
  const search = (search: string, page = 1) => documentsPage(made.owner, { search, page }, "en");
  const all = await search("");
  expect(all).toMatchObject({ matches: more + 1, total: more + 1, pages: 3, page: 1 });
  expect(all.rows).toHaveLength(50);
  const last = (await search("", 3)).rows.at(-1);
  expect(last).toMatchObject({ patientId: patient.id, title });
  const found = await search(`${title.toUpperCase()} ${patient.legalName.split(" ")[0]}`);
  expect(found).toMatchObject({ matches: 1, total: more + 1, rows: [{ patientId: patient.id, title }] });
  expect(await search("nobody of this name")).toMatchObject({ matches: 0, rows: [], pages: 1 });
  database().options.debug = false;
  expect(Math.max(...limits)).toBeLessThanOrEqual(100);
});
