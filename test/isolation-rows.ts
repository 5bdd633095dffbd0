import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { keptByWork } from "@/test/isolation-looks";

export type Row = Record<string, unknown>;
type Column = { name: string; type: string; nullable: boolean; label: string | null };
type Key = { parent: string; here: string[]; there: string[] };
export type Table = { name: string; columns: Column[]; keys: Key[]; primary: string };

export async function describeTables(owner: postgres.Sql): Promise<Table[]> {
  const rows = await owner<Table[]>`
    select n.nspname || '.' || c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull or a.attidentity <> '',
          'label', (select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder limit 1)) order by a.attnum)
         from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object('parent', k.confrelid::regclass::text,
          'here', array(select attname from unnest(k.conkey) with ordinality u(num, at)
                          join pg_attribute on attrelid = k.conrelid and attnum = num order by at),
          'there', array(select attname from unnest(k.confkey) with ordinality u(num, at)
                           join pg_attribute on attrelid = k.confrelid and attnum = num order by at))), '[]')
         from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') as keys,
      (select k.conname from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') as primary
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth', 'work', 'drizzle') and c.relkind in ('r', 'p')`;
  return [...rows].map(({ keys, ...table }) => ({
    ...table,
    keys: keys.map((key) => ({
      ...key,
      parent: key.parent.includes(".") ? key.parent : `public.${key.parent}`,
    })),
  }));
}

/** One row of the practice in every table, each put there by the app role itself, parents before children. */
export async function fillPractice(
  app: postgres.Sql,
  tables: Table[],
  practice: string,
): Promise<Map<string, Row>> {
  const made = new Map<string, Row>();
  let waiting = tables.filter(({ name }) => !name.startsWith("drizzle.") && !keptByWork.includes(name));
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name, keys }) =>
      keys.every(({ parent }) => parent === name || made.has(parent)),
    );
    if (ready.length === 0)
      throw new Error(`Nothing can be put into ${waiting.map(({ name }) => name)} first.`);
    for (const table of ready) made.set(table.name, await fillTable(app, table, practice, made));
    waiting = waiting.filter(({ name }) => !made.has(name));
  }
  return made;
}

/** Optional columns stay empty, unless a check constraint wants one or two of them. */
async function fillTable(
  app: postgres.Sql,
  table: Table,
  practice: string,
  made: Map<string, Row>,
): Promise<Row> {
  const optional = table.columns.filter(({ nullable }) => nullable).map(({ name }) => name);
  let refusal: unknown;
  for (const also of atMostTwo(optional)) {
    const columns = table.columns.filter(({ name, nullable }) => !nullable || also.includes(name));
    const row = Object.fromEntries(
      columns.map((column) => [column.name, valueFor(table, column, practice, made)]),
    );
    try {
      return await insertRow(app, table, practice, row);
    } catch (error) {
      if (codeOf(error) === "23505" && !table.name.startsWith("public.")) return row;
      if (codeOf(error) !== "23514") throw new Error(`No row fits ${table.name}`, { cause: error });
      refusal = error;
    }
  }
  throw new Error(`No row fits ${table.name}`, { cause: refusal });
}

function atMostTwo(names: string[]): string[][] {
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));
  return [[], ...names.map((name) => [name]), ...pairs];
}

async function insertRow(app: postgres.Sql, table: Table, practice: string, row: Row): Promise<Row> {
  return app.begin(async (tx) => {
    await tx`select set_config('app.practice', ${practice}, true)`;
    const [stored] = await tx.unsafe(
      `insert into ${table.name} as made select (jsonb_populate_record(null::${table.name}, $1)).* returning to_jsonb(made) as row`,
      [asJson(row)],
    );
    return stored?.row;
  });
}

/** What a check constraint wants of a text. */
const fitting: Record<string, string> = {
  "public.meetings.key": "81234567890",
  "public.safeguards.key": "waiting-room",
};

function valueFor({ name, keys }: Table, column: Column, practice: string, made: Map<string, Row>): unknown {
  if (column.name === "practice_id") return practice;
  if (column.name === "id" && name === "public.practices") return practice;
  for (const { parent, here, there } of keys) {
    const at = here.indexOf(column.name);
    if (at >= 0) return made.get(parent)?.[there[at] ?? ""];
  }
  if (column.label !== null) return column.label;
  const simple: Record<string, unknown> = {
    uuid: randomUUID(),
    text: fitting[`${name}.${column.name}`] ?? `${column.name} of ${practice}`,
    timestamptz: "2026-03-01T17:00:00Z",
    date: "1988-04-12",
    bytea: "\\x00",
    jsonb: {},
    bool: true,
    time: "21:00",
    _language: [],
    _text: ["one of them"],
    int4: 1,
    int8: 1,
  };
  if (!(column.type in simple))
    throw new Error(`Say in valueFor what a ${column.type} of ${name} looks like.`);
  return simple[column.type];
}

/** Safe because postgres.js sends what is declared as jsonb through JSON.stringify. */
export function asJson(row: Row): postgres.JSONValue & postgres.SerializableParameter {
  return row as never;
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof postgres.PostgresError ? error.code : undefined;
}
