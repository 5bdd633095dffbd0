import { setTimeout as pause } from "node:timers/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { systemContext } from "@/lib/context";
import { DatabaseFull } from "@/lib/database-fault";
import { withClock } from "@/lib/frozen-clock";
import { DatabaseDown, inPractice, inSignIn, readPage, readPractice, type Tx } from "@/lib/in-practice";
import { type Answering, whileAnswering } from "@/lib/request-fault";
import { ownDatabase } from "@/test/database";
import { statementsOf } from "@/test/statements";

const { ownerUrl } = await ownDatabase();
const harbor = systemContext("00000000-0000-7000-8000-000000000001", "worker");
const lakeside = systemContext("00000000-0000-7000-8000-000000000002", "worker");

const lines = pgTable("lines", {
  practiceId: uuid("practice_id").notNull(),
  body: text("body").notNull(),
  tags: text("tags").array(),
  extra: jsonb("extra"),
  writtenAt: timestamp("written_at", { withTimezone: true }),
});

const owner = postgres(ownerUrl, { max: 1 });
await owner.unsafe(`
  create table lines (practice_id uuid not null, body text not null check (body <> 'forbidden'), tags text[], extra jsonb, written_at timestamptz);
  alter table lines enable row level security;
  alter table lines force row level security;
  create policy own on lines to candor_app using (practice_id = current_setting('app.practice')::uuid);
  grant select, insert, update, delete on lines to candor_app`);
await owner.end();
afterAll(closeDatabase);

const line = (body: string) => ({ practiceId: harbor.practiceId, body });
const asyncly = async <T>(use: () => Promise<T>) => use();

test("a practice reads what it wrote, with times as Date and lists and JSON as they were", async () => {
  const extra = { a: [1, "x"] };
  const now = await inPractice(harbor, async (tx, now) => {
    await tx.insert(lines).values({ ...line("whole"), tags: ["a,b", 'c"'], extra, writtenAt: now });
    return now;
  });
  const rows = await readPractice(harbor, (tx) => tx.select().from(lines).where(eq(lines.writtenAt, now)));
  expect(rows).toEqual([{ ...line("whole"), tags: ["a,b", 'c"'], extra, writtenAt: now }]);
  const raw = await readPractice(harbor, (tx) =>
    tx.execute(sql`select body from lines where written_at = ${now}`),
  );
  expect([...raw]).toEqual([{ body: "whole" }]);
});

test("another practice neither reads, changes nor adds rows", async () => {
  await inPractice(harbor, (tx) => tx.insert(lines).values(line("private")));
  expect(await readPractice(lakeside, (tx) => tx.select().from(lines))).toEqual([]);
  const changed = await inPractice(lakeside, (tx) => tx.update(lines).set({ body: "x" }).returning());
  expect(changed).toEqual([]);
  const added = inPractice(lakeside, (tx) => tx.insert(lines).values(line("smuggled")));
  await expect(added).rejects.toMatchObject({ code: "42501" });
});

test("outside every practice the rows of practices are out of reach", async () => {
  await inPractice(harbor, (tx) => tx.insert(lines).values(line("private")));
  const read = inSignIn((tx) => tx.select().from(lines));
  await expect(read).rejects.toMatchObject({ code: expect.stringMatching(/42704|22P02/) });
});

test("readPractice cannot write", async () => {
  const write = readPractice(harbor, (tx) => tx.insert(lines).values(line("x")));
  await expect(write).rejects.toMatchObject({ code: "25006" });
});

test("a page asks the same once, however often, and each asker has the answer for itself", async () => {
  await inPractice(harbor, (tx) => tx.insert(lines).values({ ...line("once"), tags: ["own"] }));
  const lookTwice = (body: string) => async (tx: Tx) => {
    const look = () => tx.select().from(lines).where(eq(lines.body, body));
    const [first, second] = await Promise.all([look(), look()]);
    const third = await look();
    const answers = structuredClone([first, second, third]);
    first[0]?.tags?.push("changed");
    expect([second, third]).toEqual(answers.slice(1));
    return answers;
  };
  const answers: unknown[] = [];
  const sent = await statementsOf(async () => answers.push(...(await readPage(harbor, lookTwice("once")))));
  expect(answers).toEqual(Array(3).fill([{ ...line("once"), tags: ["own"], extra: null, writtenAt: null }]));
  expect(sent.filter((statement) => statement.startsWith('select "'))).toHaveLength(1);
  const others = await statementsOf(() =>
    readPage(harbor, async (tx) => [await lookTwice("one")(tx), await lookTwice("two")(tx)]),
  );
  expect(others.filter((statement) => statement.startsWith('select "'))).toHaveLength(2);
  const asOften = await statementsOf(() => readPractice(harbor, lookTwice("once")));
  expect(asOften.filter((statement) => statement.startsWith('select "'))).toHaveLength(3);
});

test("what throws leaves nothing behind", async () => {
  const failing = inPractice(harbor, async (tx) => {
    await tx.insert(lines).values(line("half done"));
    throw new RangeError("no");
  });
  await expect(failing).rejects.toThrow(RangeError);
  const rows = await readPractice(harbor, (tx) => tx.select().from(lines).where(eq(lines.body, "half done")));
  expect(rows).toEqual([]);
});

test("a tx, a builder and a prepared query are refused after their transaction, also by a later one", async () => {
  const leaked = await inPractice(harbor, async (tx) => ({
    tx,
    builder: tx.select().from(lines),
    prepared: tx.select().from(lines).prepare("leaked"),
  }));
  const over = "after its transaction was over";
  await inPractice(lakeside, async () => {
    await expect(asyncly(() => leaked.tx.execute(sql`select 1`))).rejects.toThrow(over);
    await expect(asyncly(async () => await leaked.tx.insert(lines).values(line("x")))).rejects.toThrow(over);
    await expect(asyncly(async () => await leaked.builder)).rejects.toThrow(over);
    await expect(leaked.prepared.execute()).rejects.toMatchObject({
      cause: { message: expect.stringContaining(over) },
    });
  });
});

test("transactions do not nest, one after the other is fine", async () => {
  const nested = inPractice(harbor, () => readPractice(harbor, async () => {}));
  await expect(nested).rejects.toThrow("open already");
  const inner = inPractice(harbor, async (tx) => {
    if ("transaction" in tx && typeof tx.transaction === "function") await tx.transaction(async () => {});
  });
  await expect(inner).rejects.toThrow("do not nest");

  let later: Promise<unknown> = Promise.resolve();
  await inPractice(harbor, async () => {
    later = pause(30).then(() => readPractice(harbor, async () => "fine"));
  });
  expect(await later).toBe("fine");
  await Promise.all([inPractice(harbor, async () => {}), inPractice(lakeside, async () => {})]);
});

test("time is read after the rows are locked", async () => {
  await inPractice(harbor, (tx) => tx.insert(lines).values(line("locked")));
  const lock = (tx: Tx) => tx.select().from(lines).where(eq(lines.body, "locked")).for("update");
  const held = Promise.withResolvers<void>();
  const first = inPractice(harbor, lock, async (tx, _, locked) => {
    expect(locked).toHaveLength(1);
    held.resolve();
    const waiting = sql`select from pg_locks l join pg_stat_activity using (pid)
      where datname = current_database() and not l.granted`;
    while ((await tx.execute(waiting)).length === 0) await pause(5);
    const [clock] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
    return new Date(clock?.now ?? Number.NaN);
  });
  await held.promise;
  const second = inPractice(harbor, lock, async (_, now) => now);
  expect((await second).getTime()).toBeGreaterThanOrEqual((await first).getTime());
});

test("a frozen clock is the time of the operations inside it", async () => {
  const then = new Date("2026-01-02T03:04:05.678Z");
  const times = await withClock(then, async () => [
    await inPractice(harbor, async (_, now) => now),
    await inPractice(
      harbor,
      async () => 1,
      async (_, now) => now,
    ),
    await inSignIn(async (_, now) => now),
  ]);
  expect(times).toEqual([then, then, then]);
  const now = await inSignIn(async (_, now) => now);
  expect(now.getTime()).toBeGreaterThan(then.getTime());
});

test("what leaves a transaction repeats no value of the query", async () => {
  const failing = inPractice(harbor, (tx) =>
    tx.insert(lines).values({ ...line("forbidden"), tags: ["Ana Secret"] }),
  );
  const error = await failing.catch((error: unknown) => error);
  expect(error).toMatchObject({ code: "23514", constraint_name: "lines_body_check" });
  expect(JSON.stringify(error) + String(error)).not.toContain("Ana Secret");
});

test("lists of any length can be asked for", async () => {
  const bodies = Array.from({ length: 200 }, (_, n) => `line ${n}`);
  await inPractice(harbor, (tx) => tx.insert(lines).values(bodies.map(line)));
  for (const length of [1, 40, 200]) {
    const rows = await readPractice(harbor, (tx) =>
      tx
        .select()
        .from(lines)
        .where(inArray(lines.body, bodies.slice(0, length))),
    );
    expect(rows).toHaveLength(length);
  }
});

test.each([
  ["53100", "full"],
  ["53200", "full"],
  ["58030", "full"],
  ["57P02", "unavailable"],
  ["08006", "unavailable"],
] as const)(
  "what the database says with %s is a fault of its own, noted for who is being answered",
  async (code, fault) => {
    const state: Answering = { fault: null };
    const raised = sql.raw(`do $$ begin raise exception 'Ana Ruiz' using errcode = '${code}'; end $$`);
    const failed = whileAnswering(state, () => inPractice(harbor, (tx) => tx.execute(raised)));
    await expect(failed).rejects.toThrow(fault === "full" ? DatabaseFull : DatabaseDown);
    await expect(failed).rejects.not.toThrow("Ana Ruiz");
    expect(state).toEqual({ fault });
  },
);
