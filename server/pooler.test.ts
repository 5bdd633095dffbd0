import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { assertNoUnknownPooler, closeDatabase, connect, database } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { bundle } from "@/scripts/build-processes";
import { migrate } from "@/server/embedded/migrate";
import { ownDatabase } from "@/test/database";
import { startPgBouncer } from "@/test/pgbouncer";

const direct = await ownDatabase();
const pooler = await startPgBouncer([direct.url, direct.ownerUrl]);
const superuser = postgres(direct.superuserUrl, { max: 1, onnotice: () => {} });
const folder = `test-results/pooler-${process.pid}`;
const workers: ChildProcess[] = [];
process.env.DATABASE_URL = pooler.through(direct.url);
process.env.DATABASE_LISTEN_URL = direct.url;

beforeAll(() => bundle({ worker: "server/worker.ts" }, folder));
afterAll(async () => {
  for (const worker of workers) {
    worker.kill("SIGKILL");
    if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
  }
  delete process.env.DATABASE_LISTEN_URL;
  await closeDatabase();
  await pooler.stop();
  await superuser.end();
  rmSync(folder, { recursive: true, force: true });
});

const patiently = { timeout: 30_000, interval: 50 };
const count = async (what: string) =>
  Number((await superuser.unsafe(`select count(*) from ${what}`))[0]?.count);

function startWorker(environment: Record<string, string | undefined> = {}): ChildProcess {
  const worker = spawn(process.execPath, [`${folder}/worker.mjs`], {
    env: { ...process.env, LOG_LEVEL: "fatal", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.push(worker);
  return worker;
}

test("behind a pooler each answer is taken once, sealed once and told as it was, by two workers that hear of it", async () => {
  for (let many = 0; many < 2; many++) startWorker();
  const listening = `pg_stat_activity where query ilike 'listen%' and datname = '${new URL(direct.url).pathname.slice(1)}'`;
  await vi.waitFor(async () => expect(await count(listening)).toBe(2), patiently);

  const asked = await Promise.all(Array.from({ length: 8 }, makeAsked));
  // The second press of the same button, while the first is under way.
  await Promise.all(asked.flatMap(({ ctx, input }) => [0, 1].map(() => answerRequest(ctx, input))));
  await vi.waitFor(async () => expect(await count("document_files")).toBe(8), patiently);

  for (const { made } of asked) {
    const trail = await verifyStoredTrail(made.system);
    expect(trail).toMatchObject({ ok: true });
    const facts = await verifyFacts(made.system, { size: trail.ok ? trail.size : 0, withFiles: true });
    expect(facts).toMatchObject({ ok: true, answers: 1, files: 1 });
  }
  expect(await count("signatures")).toBe(8);
  expect(await count("events where name = 'document.sealed'")).toBe(8);
}, 60_000);

test("migrations run through it, one migrator at a time, and leave no lock behind", async () => {
  const owner = pooler.through(direct.ownerUrl);
  expect(await Promise.all([migrate(owner), migrate(owner)])).toEqual([0, 0]);
  expect(
    await count(
      "pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and objsubid = 1 and classid = 0",
    ),
  ).toBe(0);
});

test("a pooler nobody told of is found before anything is served", async () => {
  const untold = { DATABASE_LISTEN_URL: undefined };
  const worker = startWorker(untold);
  const [code] = await once(worker, "exit");
  expect(code).toBe(1);

  await expect(assertNoUnknownPooler(database())).resolves.toBeUndefined();
  delete process.env.DATABASE_LISTEN_URL;
  const sql = connect(direct.url, { max: 1 });
  await expect(assertNoUnknownPooler(sql)).resolves.toBeUndefined();
  await sql.end();
  await expect(assertNoUnknownPooler(database())).rejects.toThrow("leads through a pooler");
  process.env.DATABASE_LISTEN_URL = direct.url;
});
