import postgres from "postgres";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { fillBoard } from "./board-rows";
import { type BenchPractice, makeBenchPractice } from "./practice";
import { longTrail, storeTrail } from "./trail";

export type Grown = { practice: BenchPractice; superuser: postgres.Sql };

/** The practice all others are like, with its years behind it: nothing of it is owed any more. */
export async function plantPractice(superuserUrl: string, patients: number, events: number): Promise<Grown> {
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  const made = await makeBenchPractice("Growth");
  const people = await fillBoard({ ...made, texts: made.texts.slice(0, 2) }, patients);
  // The trail begins anew, so that it is as long as said.
  await superuser.unsafe(`set session_replication_role = replica;
    delete from events where practice_id = '${made.practice.id}'`);
  await storeTrail(made.system, longTrail(made.system, people, events));
  await signTrail(made.system);
  await superuser.unsafe(aged);
  return { practice: made, superuser };
}

/**
 * Each patient was asked on a day of the last two years, told of it, reminded as often as may be, and told of their
 * copies; who wants to talk first was reminded once before they said so.
 */
const aged = `
  create function pg_temp.ago(patient uuid) returns interval language sql immutable as
    $$ select make_interval(days => 40 + abs(hashtext(patient::text)) % 700) $$;
  update patients set added_at = added_at - pg_temp.ago(id);
  update requests set asked_at = asked_at - pg_temp.ago(patient_id);
  update answers set answered_at = answered_at - pg_temp.ago(patient_id);
  update signatures set signed_at = signed_at - pg_temp.ago(patient_id);
  update documents set sealed_at = sealed_at - pg_temp.ago(patient_id);
  update withdrawals set withdrawn_at = withdrawn_at - pg_temp.ago(patient_id);
  insert into messages (practice_id, id, kind, user_id, patient_id, to_address, language, sitting_id, landing, owed_at)
    select p.practice_id, md5('question' || p.id)::uuid, 'question', m.user_id, p.id, p.email, p.language,
           (select r.sitting_id from requests r where r.practice_id = p.practice_id and r.patient_id = p.id limit 1),
           '/my', p.added_at
      from patients p join auth.memberships m on m.practice_id = p.practice_id and m.row_id = p.id;
  insert into messages (practice_id, id, kind, user_id, patient_id, to_address, language, landing, owed_at)
    select practice_id, md5('copy' || patient_id)::uuid, 'copy-ready', user_id, patient_id, to_address, language, '/my',
           owed_at + interval '1 hour'
      from messages;
  insert into message_attempts (practice_id, id, message_id, attempted_at) select practice_id, id, id, owed_at from messages;
  insert into message_deliveries (practice_id, id, message_id, delivered_at) select practice_id, id, id, owed_at from messages;
  insert into reminders (practice_id, id, request_id, message_id, reminded_at)
    select r.practice_id, md5(r.id::text || n)::uuid, r.id, md5('question' || n || r.patient_id)::uuid, r.asked_at
      from requests r, generate_series(1, 3) n
     where n = 1 or not exists (select from conversations c where c.practice_id = r.practice_id and c.request_id = r.id);`;

/** As many practices as said, all as the first one was before anybody looked: every row anew, under ids of its own. */
export async function growTo({ practice, superuser }: Grown, have: number, want: number): Promise<void> {
  const [first] = await superuser`select md5('practice1')::uuid as id`;
  const from = have === 1 ? practice.practice.id : first?.id;
  const columns = await superuser<{ table: string; column: string; type: string; key: boolean }[]>`
    select table_schema || '.' || table_name as table, column_name as column, data_type as type,
           column_name = 'practice_id' or (table_name = 'practices' and column_name = 'id') as key
      from information_schema.columns
     where (table_schema = 'public' or table_name in ('users', 'memberships', 'practice_slugs'))
       and is_generated = 'NEVER'
     order by table_schema, table_name, ordinal_position`;
  await superuser.unsafe(`set session_replication_role = replica;
    create temp table grown as select md5('practice' || n)::uuid as practice, n from generate_series(${have}, ${want - 1}) n`);
  for (const [table, own] of Map.groupBy(columns, (one) => one.table)) {
    const named = own.map(({ column }) => `"${column}"`).join();
    const values = own.map(({ column, type, key }) => {
      if (key) return "grown.practice";
      if (type === "uuid") return `md5(grown.practice || t."${column}"::text)::uuid`;
      return /^(slug|email)$/.test(column) ? `t."${column}" || grown.n` : `t."${column}"`;
    });
    const isOurs =
      table === "auth.users"
        ? `t.id in (select user_id from auth.memberships where practice_id = '${from}')`
        : `t.practice_id = '${from}'`;
    await superuser.unsafe(
      `insert into ${table} (${named}) select ${values.join()} from ${table} t, grown where ${isOurs}`,
    );
  }
  await superuser.unsafe("drop table grown; select work.owe_missing()");
}
