import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/test/database";
import { faultsOfCatalog } from "@/test/isolation-catalog";
import { codeOf, describeTables, fillPractice, type Row, type Table } from "@/test/isolation-rows";
import { looks, ownersFunctions, relations } from "@/test/isolation-verdicts";
import { attempt, modes, verbsFor } from "@/test/isolation-walk";

const database = await testDatabase();
const quiet = { max: 1, onnotice: () => {} };
const app = postgres(database.url, quiet);
const owner = postgres(database.ownerUrl, quiet);
const superuser = postgres(database.superuserUrl, quiet);
afterAll(() => Promise.all([app.end(), owner.end(), superuser.end()]));

const [own, other] = [randomUUID(), randomUUID()];
const rowsOf = new Map<string, Map<string, Row>>();
let tables: Table[];
let rootTables: string[];

beforeAll(async () => {
  tables = await describeTables(owner);
  rootTables = tables.map(({ name }) => name).filter((name) => name.startsWith("public."));
});

test("an unset practice raises on an empty table, on a new connection and on a used one", async () => {
  for (const name of rootTables) {
    const fresh = await codeWhen(() => app.unsafe(`select * from ${name}`));
    expect(["42704", "22P02"], name).toContain(fresh);
  }
  await app.begin((tx) => tx`select set_config('app.practice', ${own}, true)`);
  for (const name of rootTables) expect(await codeWhen(() => app.unsafe(`select * from ${name}`)), name).toBe("22P02");
});

test("the catalog has no fault", async () => {
  expect(await faultsOfCatalog(owner)).toEqual([]);
});

test("the app role can put a row of its own practice into every table", async () => {
  for (const practice of [own, other]) rowsOf.set(practice, await fillPractice(app, tables, practice));
  for (const name of rootTables) {
    const practices = await owner.unsafe(`select distinct practice_id from ${name}`);
    expect(practices, name).toHaveLength(2);
  }
});

test("walk", async () => {
  const surprises: string[] = [];
  let cells = 0;
  for (const table of tables) {
    const verdict = relations[table.name];
    if (!verdict) continue;
    for (const mode of modes) {
      const target = mode === "other" ? other : own;
      const row = rowsOf.get(target)?.get(table.name) ?? {};
      for (const verb of verbsFor(table, verdict)) {
        const outcome = await attempt(app, mode, own, (tx) => verb.act(tx, { practice: target, row }));
        const expected = verdict.ofPractice ? verb.walled[mode] : verb.open;
        cells++;
        if (outcome !== expected)
          surprises.push(`${verb.name} on ${table.name}, practice ${mode}: ${outcome}, and should be ${expected}.`);
      }
    }
  }
  console.log(cells);
  expect(surprises).toEqual([]);
});

async function codeWhen(act: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await act();
    return "nothing raised";
  } catch (error) {
    return codeOf(error);
  }
}
