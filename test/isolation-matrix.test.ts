import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "@/test/database";
import { faultsOfCatalog } from "@/test/isolation-catalog";
import { connections, rolledBack } from "@/test/isolation-connections";
import { looks, ownersFunctions } from "@/test/isolation-looks";
import { codeOf, describeTables, fillPractice } from "@/test/isolation-rows";
import { relations } from "@/test/isolation-verdicts";
import { attempt, type Filled, modes, walk } from "@/test/isolation-walk";

const { app, owner } = connections(await ownDatabase());
const [own, other] = [randomUUID(), randomUUID()];
let filled: Filled;
let tablesOfPractices: string[];

beforeAll(async () => {
  const tables = await describeTables(owner);
  filled = { tables, own, other, rowsOf: new Map() };
  tablesOfPractices = tables.map(({ name }) => name).filter((name) => relations[name]?.ofPractice);
});

test("the catalog holds nothing that is unlisted or unprotected", async () => {
  expect(await faultsOfCatalog(owner)).toEqual([]);
});

test("without a practice every table raises, also an empty one, on a new connection and on a used one", async () => {
  const look = (name: string) => codeWhen(() => app.unsafe(`select * from ${name}`));
  for (const name of tablesOfPractices) expect(["42704", "22P02"], name).toContain(await look(name));
  await app.begin((tx) => tx`select set_config('app.practice', ${own}, true)`);
  for (const name of tablesOfPractices) expect(await look(name), name).toBe("22P02");
});

test("the app role puts a row of either practice into every table, and the owner role sees both", async () => {
  for (const practice of [own, other])
    filled.rowsOf.set(practice, await fillPractice(app, filled.tables, practice));
  for (const name of tablesOfPractices) {
    const seen = await owner.unsafe(`select distinct practice_id as id from ${name}`);
    expect(seen.map(({ id }) => id).sort(), name).toEqual([own, other].sort());
  }
});

// It grows with every table there is.
test("every verb on every table ends as its verdict says, in one's own practice, another's, none and garbage", {
  timeout: 120_000,
}, async () => {
  const { cells, surprises } = await walk(app, filled, relations);
  expect(surprises).toEqual([]);
  expect(cells).toBeGreaterThan(filled.tables.length * modes.length * 12);
});

test("a data migration of the owner role reaches the rows of every practice", async () => {
  for (const name of tablesOfPractices.filter((table) => !relations[table]?.appendOnly))
    await rolledBack(owner, async (tx) => {
      expect((await tx.unsafe(`update ${name} set id = id`)).count, name).toBe(2);
    });
});

test("of the functions the app role calls the looks alone, with any practice or none", async () => {
  const others = [...ownersFunctions.map(callOf), "select nextval('drizzle.__drizzle_migrations_id_seq')"];
  for (const mode of modes) {
    const call = (statement: string) =>
      attempt(app, mode, own, (tx) => tx.unsafe(statement).then(() => "passes"));
    for (const name of Object.keys(looks))
      expect(await call(`select * from ${name.replace("integer", "1000")}`), `${name} ${mode}`).toBe(
        "passes",
      );
    for (const statement of others) expect(await call(statement), `${statement} ${mode}`).toBe("denied");
  }
});

test.each([
  "set role candor_work",
  "set role candor_owner",
  "set session authorization candor_owner",
  "alter role candor_app bypassrls",
  "grant candor_work to candor_app",
  "set session_replication_role = replica",
  "set row_security = off; select * from patients",
  "alter table patients disable row level security",
  "alter table answers disable trigger refuse_change",
  "drop policy own_practice on patients",
  "create policy all_of_it on patients using (true)",
  "create table public.pointing (id uuid references users)",
  "create temporary table remembered (id uuid)",
  "create function public.look() returns int language sql as 'select 1'",
  "create schema mine",
  "copy patients to '/tmp/patients'",
  "copy patients to program 'cat'",
])("the app role cannot: %s", async (statement) => {
  const doing = (tx: postgres.TransactionSql) => tx.unsafe(statement).then(() => "passes" as const);
  expect(await attempt(app, "own", own, doing)).toBe("denied");
});

function callOf(name: string): string {
  const given = name.replaceAll(/[^(,]+(?=[,)])/g, "null");
  return name.startsWith("work.protect") ? `call ${given}` : `select ${given}`;
}

async function codeWhen(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act();
    return "nothing raised";
  } catch (error) {
    return codeOf(error);
  }
}
