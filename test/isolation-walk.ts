import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Readable } from "node:stream";
import type postgres from "postgres";
import { asJson, codeOf, type Row, type Table } from "@/test/isolation-rows";
import type { Verdict } from "@/test/isolation-verdicts";

/** `passes` is stopped by nothing but the row's own constraints; `raises` is how an unset practice answers. */
type Outcome = "touches" | "passes" | "nothing" | "denied" | "raises" | `error ${string}`;
type Act = (tx: postgres.TransactionSql, target: Target) => Promise<Outcome>;
type Target = { practice: string; row: Row };
type Verb = { name: string; act: Act; walled: Record<Mode, Outcome>; open: Outcome };

export const modes = ["own", "other", "none", "garbage"] as const;
type Mode = (typeof modes)[number];

const always = (outcome: Outcome) => ({ own: outcome, other: outcome, none: outcome, garbage: outcome });
const walled = (own: Outcome, other: Outcome) => ({ own, other, none: "raises", garbage: "raises" }) as const;

function verbsFor(table: Table, verdict: Verdict): Verb[] {
  const { name, primary, columns } = table;
  // One column stands for those that stay as they are: the catalog's check goes through the grants of each.
  const fixed = columns
    .map((column) => column.name)
    .filter((column) => !verdict.update.includes(column))
    .slice(0, 1);
  const verb = (name: string, granted: boolean, act: Act, own: Outcome, other: Outcome, open = own): Verb =>
    granted
      ? { name, act, walled: walled(own, other), open }
      : { name, act, walled: always("denied"), open: "denied" };
  const setting = (column: string) =>
    execute(`update ${name} set "${column}" = "${column}" ${ofTarget(verdict)}`);
  const copied = `select (jsonb_populate_record(null::${name}, $1)).*`;
  return [
    verb("select", verdict.select, select(name, verdict), "touches", "nothing"),
    verb(
      "select for update",
      verdict.update.length > 0,
      select(name, verdict, "for update"),
      "touches",
      "nothing",
    ),
    verb("copy to", verdict.select, copyOut(name, verdict), "touches", "nothing"),
    {
      name: "copy from",
      act: copyIn(name),
      walled: always("denied"),
      open: verdict.insert ? "passes" : "denied",
    },
    verb("insert", verdict.insert, insert(`insert into ${name} ${copied}`), "passes", "denied"),
    verb(
      "insert returning",
      verdict.insert && verdict.select,
      insert(`insert into ${name} ${copied} returning *`),
      "passes",
      "denied",
    ),
    verb(
      "insert on conflict do nothing",
      verdict.insert,
      insert(`insert into ${name} ${copied} on conflict do nothing`),
      "passes",
      "denied",
    ),
    ...verdict.update.map((column) => verb(`update ${column}`, true, setting(column), "touches", "nothing")),
    ...verdict.update.map((column) =>
      verb(`insert on conflict update ${column}`, true, upsert(name, primary, column), "touches", "denied"),
    ),
    ...fixed.map((column) => verb(`update ${column}`, false, setting(column), "touches", "nothing")),
    ...fixed
      .slice(0, 1)
      .map((column) =>
        verb("insert on conflict update", false, upsert(name, primary, column), "touches", "denied"),
      ),
    verb("delete", verdict.delete, execute(`delete from ${name} ${ofTarget(verdict)}`), "touches", "nothing"),
    verb("truncate", false, execute(`truncate ${name} cascade`), "passes", "passes"),
    verb("references", false, references(name), "passes", "passes"),
  ];
}

export type Filled = { tables: Table[]; own: string; other: string; rowsOf: Map<string, Map<string, Row>> };

/** Tries every verb on every table in every mode: what came out otherwise than its verdict says, one sentence each. */
export async function walk(app: postgres.Sql, filled: Filled, verdicts: Readonly<Record<string, Verdict>>) {
  const surprises: string[] = [];
  let cells = 0;
  for (const table of filled.tables) {
    const verdict = verdicts[table.name];
    if (!verdict) continue;
    for (const mode of modes) {
      const practice = mode === "other" ? filled.other : filled.own;
      const target = { practice, row: filled.rowsOf.get(practice)?.get(table.name) ?? {} };
      for (const { name, act, walled, open } of verbsFor(table, verdict)) {
        const outcome = await attempt(app, mode, filled.own, (tx) => act(tx, target));
        const expected = verdict.ofPractice ? walled[mode] : open;
        cells += 1;
        if (outcome !== expected)
          surprises.push(
            `${name} on ${table.name}, practice ${mode}: ${outcome}, and should be ${expected}.`,
          );
      }
    }
  }
  return { cells, surprises };
}

/** Does one thing as the app role with the practice set as the mode says, and takes it back. */
export async function attempt(
  app: postgres.Sql,
  mode: Mode,
  own: string,
  act: (tx: postgres.TransactionSql) => Promise<Outcome>,
) {
  const takenBack = new Error("taken back");
  let outcome: Outcome = "nothing";
  try {
    await app.begin(async (tx) => {
      if (mode !== "none")
        await tx`select set_config('app.practice', ${mode === "garbage" ? "harbor" : own}, true)`;
      outcome = await act(tx);
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) outcome = outcomeOf(error);
  }
  return outcome;
}

function outcomeOf(error: unknown): Outcome {
  const code = codeOf(error);
  if (code === "42501") return "denied";
  if (code === "42704" || code === "22P02") return "raises";
  if (code?.startsWith("23")) return "passes";
  return `error ${code ?? error}`;
}

/** Rows are looked for where the row-level security stands alone: no condition helps it. */
function select(name: string, verdict: Verdict, locking = ""): Act {
  return async (tx, { practice }) => {
    const rows = await tx.unsafe(`select * from ${name} ${locking}`);
    return rows.some((row) => !verdict.ofPractice || row.practice_id === practice) ? "touches" : "nothing";
  };
}

function copyOut(name: string, verdict: Verdict): Act {
  return async (tx, { practice }) => {
    const query = tx.unsafe(`copy ${name} to stdout`);
    hearErrors(query);
    const stream = await query.readable();
    const text = (await stream.toArray()).join("");
    return text !== "" && (!verdict.ofPractice || text.includes(practice)) ? "touches" : "nothing";
  };
}

/** The driver emits the error of a COPY before whoever awaits its stream can listen; the stream keeps it. */
function hearErrors(query: object) {
  const pending = query as { resolve(result: unknown): void };
  const { resolve } = pending;
  pending.resolve = (result) => resolve(result instanceof Readable ? result.on("error", () => {}) : result);
}

function copyIn(name: string): Act {
  return async (tx) => {
    try {
      const stream = await tx.unsafe(`copy ${name} from stdin`).writable();
      stream.end();
      await once(stream, "finish");
      return "passes";
    } catch (error) {
      if (codeOf(error) === "0A000") return "denied";
      throw error;
    }
  };
}

function insert(statement: string): Act {
  return async (tx, { row }) => {
    await tx.unsafe(statement, [asJson({ ...row, ...("id" in row && { id: randomUUID() }) })]);
    return "passes";
  };
}

function upsert(name: string, primary: string, column: string): Act {
  return async (tx, { row }) => {
    const { count } = await tx.unsafe(
      `insert into ${name} select (jsonb_populate_record(null::${name}, $1)).*
         on conflict on constraint ${primary} do update set "${column}" = excluded."${column}"`,
      [asJson(row)],
    );
    return count > 0 ? "touches" : "nothing";
  };
}

function ofTarget(verdict: Verdict): string {
  return verdict.ofPractice ? "where practice_id = $1" : "";
}

function execute(statement: string): Act {
  return async (tx, { practice }) => {
    const { count } = await tx.unsafe(statement, statement.includes("$1") ? [practice] : []);
    if (statement.startsWith("truncate")) return "passes";
    return count > 0 ? "touches" : "nothing";
  };
}

/** A foreign key onto the table would tell whether a row exists; to try it takes the right to create tables. */
function references(name: string): Act {
  return async (tx) => {
    const [row] = await tx`select has_any_column_privilege(${name}, 'references') as may`;
    return row?.may ? "passes" : "denied";
  };
}
