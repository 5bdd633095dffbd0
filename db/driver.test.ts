import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { assertAppRole, assertPatchedDriver, closeDatabase, connect, database } from "@/db/client";
import { systemContext } from "@/lib/context";
import { DatabaseDown, inPractice, type Tx } from "@/lib/in-practice";
import { startCluster } from "@/server/embedded/postgres";
import { prepareDatabase } from "@/server/embedded/prepare-database";

// Backends are killed here, so nobody else's database may be on this server.
const dir = mkdtempSync(path.join(tmpdir(), `candor-test-${process.pid}-`));
const settings = { fsync: "off" };
let cluster = await startCluster({ dir, settings });
await prepareDatabase(cluster.superuserUrl(), { name: "driver", ownerPassword: "owner", appPassword: "app" });
const url = (user: string) => `postgres://${user}@127.0.0.1:${cluster.port}/driver`;
process.env.DATABASE_URL = url("candor_app:app");

let superuser = postgres(cluster.superuserUrl("driver"), { max: 1, onnotice: () => {} });
await superuser.unsafe(`
  create table notes (practice_id uuid not null default current_setting('app.practice')::uuid, body text not null);
  alter table notes owner to candor_owner;
  alter table notes enable row level security;
  alter table notes force row level security;
  create policy own on notes to candor_app using (practice_id = current_setting('app.practice')::uuid);
  grant select, insert, delete on notes to candor_app`);

const practices = Array.from({ length: 8 }, (_, n) => `00000000-0000-7000-8000-00000000000${n}`);
const contexts = practices.map((practice) => systemContext(practice, "worker"));

const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);
process.on("uncaughtException", note).on("unhandledRejection", note);

beforeEach(async () => {
  await superuser`delete from notes`;
  await superuser`insert into notes select unnest(${practices}::uuid[]), 'kept'`;
});

afterAll(async () => {
  process.off("uncaughtException", note).off("unhandledRejection", note);
  await closeDatabase();
  await superuser.end({ timeout: 5 });
  await cluster.stop();
  rmSync(dir, { recursive: true, force: true });
});

const killBackends = () => superuser`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = 'candor_app'`;

async function withPool<T>(max: number, act: (pool: postgres.Sql) => Promise<T>): Promise<T> {
  const pool = connect(url("candor_app:app"), { max });
  try {
    return await act(pool);
  } finally {
    await pool.end({ timeout: 5 });
  }
}

test("the driver carries the patch, and one without it is refused", () => {
  expect(() => assertPatchedDriver()).not.toThrow();
  expect(() => assertPatchedDriver({})).toThrow("patches/postgres+3.4.9.patch");
});

test("only a role that row-level security binds may serve", async () => {
  await withPool(1, assertAppRole);
  await expect(assertAppRole(superuser)).rejects.toThrow("row security does not bind");
  const owner = connect(url("candor_owner:owner"), { max: 1 });
  await expect(assertAppRole(owner)).rejects.toThrow("owns tables");
  await owner.end();
});

test("a handle of begin is refused once its transaction is over", () =>
  withPool(1, async (pool) => {
    const leaked = await pool.begin(async (handle) => ({ handle }));
    await pool.begin(async (handle) => {
      await handle`select set_config('app.practice', ${practices[1] ?? ""}, true)`;
      await expect(leaked.handle`select * from notes`).rejects.toMatchObject({ code: "TRANSACTION_OVER" });
    });
  }));

test("a commit written by hand ends the handle and commits nobody else's work", () =>
  withPool(1, async (pool) => {
    let others: Promise<unknown> = Promise.resolve();
    const careless = pool.begin(async (handle) => {
      others = pool.begin(async (other) => {
        await other`select set_config('app.practice', ${practices[2] ?? ""}, true)`;
        await other`insert into notes (body) values ('undone')`;
        await pause(50);
        throw new Error("rolled back");
      });
      others.catch(() => {});
      await handle`commit`;
      await handle`select * from notes`;
    });
    await expect(careless).rejects.toMatchObject({ code: "TRANSACTION_OVER" });
    await expect(others).rejects.toThrow("rolled back");
    expect(await superuser`select * from notes where body = 'undone'`).toHaveLength(0);
  }));

test("a reserved handle is refused once it is released or its connection is gone", () =>
  withPool(1, async (pool) => {
    const released = await pool.reserve();
    await released`select 1`;
    released.release();
    await expect(released`select 1`).rejects.toMatchObject({ code: "TRANSACTION_OVER" });

    const killed = await pool.reserve();
    await killed`select 1`;
    await killBackends();
    await expect(killed`select pg_sleep(5)`).rejects.toBeInstanceOf(Error);
    await pool`select 1`;
    await expect(killed`select 1`).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    killed.release();
    await pool`select 1`;
  }));

test.each([100, 101, 102])(
  "a BEGIN behind %i queries on one connection still finds its connection",
  (queries) =>
    withPool(1, async (pool) => {
      await pool`select 1`;
      const before = Array.from({ length: queries }, () => pool`select 1`.execute());
      const rows = await pool.begin((handle) => handle`select pg_backend_pid()`);
      expect(rows).toHaveLength(1);
      await Promise.all(before);
      const open = await superuser`select from pg_stat_activity where state like 'idle in transaction%'`;
      expect(open).toHaveLength(0);
    }),
);

test("rows of an answer that was cut off do not shift the next one", () =>
  withPool(1, async (pool) => {
    const cutOff = pool`select repeat('x', 8000), pg_sleep(0.005) from generate_series(1, 1000)`.execute();
    cutOff.catch(() => {});
    await pause(100);
    await killBackends();
    await expect(cutOff).rejects.toBeInstanceOf(Error);
    expect([...(await pool`select 1 as one`)]).toEqual([{ one: 1 }]);
  }));

test("backends killed under load cost no isolation, no uncaught error and no connection", async () => {
  const leaked: (() => Promise<unknown>)[] = [];
  const leak = (use: () => Promise<unknown>) => {
    leaked[Math.floor(Math.random() * 100)] = use;
  };
  const done = new Map(practices.map((practice) => [practice, 0]));
  const seen = { foreign: 0, failed: 0, ghostSucceeded: 0, ghostRefused: 0 };
  let running = true;

  const visitors = contexts.map(async (ctx) => {
    while (running) {
      let mine: Tx | undefined;
      try {
        await inPractice(ctx, async (tx) => {
          mine = tx;
          const rows = await tx.execute<{ practice_id: string }>(sql`select practice_id from notes`);
          seen.foreign += rows.filter((row) => row.practice_id !== ctx.practiceId).length;
          await Promise.all([
            tx.execute(sql`insert into notes (body) values ('new')`),
            tx.execute(sql`delete from notes where body = 'new'`),
          ]);
        });
        done.set(ctx.practiceId, (done.get(ctx.practiceId) ?? 0) + 1);
      } catch {
        seen.failed++;
      }
      leak(async () => mine?.execute(sql`insert into notes (body) values ('ghost')`) ?? Promise.reject());
    }
  });
  const careless = practices.slice(0, 2).map(async (practice) => {
    while (running) {
      let mine: postgres.TransactionSql | undefined;
      const work = database().begin(async (handle) => {
        mine = handle;
        await handle`select set_config('app.practice', ${practice}, true)`;
        await handle`select practice_id from notes`;
      });
      await work.catch(() => {});
      leak(async () => mine?.unsafe("insert into notes (body) values ('ghost')") ?? Promise.reject());
      leak(async () => mine?.unsafe("select practice_id from notes") ?? Promise.reject());
    }
  });
  const ghosts = [0, 1].map(async () => {
    while (running) {
      await pause(1);
      const use = leaked[Math.floor(Math.random() * 100)];
      await use?.().then(
        () => seen.ghostSucceeded++,
        () => seen.ghostRefused++,
      );
    }
  });

  for (let round = 0; round < 15; round++) {
    await pause(100);
    await killBackends();
  }
  const wanted = new Map([...done].map(([practice, count]) => [practice, count + 100]));
  while ([...done].some(([practice, count]) => count < (wanted.get(practice) ?? 0))) await pause(20);
  running = false;
  await Promise.all([...visitors, ...careless, ...ghosts]);

  expect(uncaught).toEqual([]);
  expect(seen).toMatchObject({ foreign: 0, ghostSucceeded: 0 });
  expect(seen.failed).toBeGreaterThan(0);
  expect(seen.ghostRefused).toBeGreaterThan(0);
  const kept = await superuser`select practice_id from notes order by practice_id`;
  expect(kept.map((row) => row.practice_id)).toEqual(practices);
});

test("a database that is away is DatabaseDown, and the pool serves again when it is back", async () => {
  const [ctx] = contexts;
  if (!ctx) throw new Error("no practice");
  const count = () => inPractice(ctx, (tx) => tx.execute(sql`select body from notes`));
  expect(await count()).toHaveLength(1);
  await superuser.end({ timeout: 5 });
  await cluster.stop();
  const failures = await Promise.allSettled(Array.from({ length: 30 }, count));
  for (const failure of failures)
    expect(failure).toMatchObject({ status: "rejected", reason: expect.any(DatabaseDown) });

  cluster = await startCluster({ dir, port: cluster.port, settings });
  superuser = postgres(cluster.superuserUrl("driver"), { max: 1, onnotice: () => {} });
  for (const rows of await Promise.all(Array.from({ length: 30 }, count))) expect(rows).toHaveLength(1);
  expect(uncaught).toEqual([]);
});
