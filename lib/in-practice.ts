import { AsyncLocalStorage } from "node:async_hooks";
import type postgres from "postgres";
import { database } from "@/db/client";
import { guardedTx, type Scope, type Tx } from "@/db/guarded-tx";
import type { Context } from "@/lib/context";
import { databaseFault } from "@/lib/database-fault";
import { frozenNow } from "@/lib/frozen-clock";

export { DatabaseDown } from "@/lib/database-fault";
export type { Tx };

type Act<T> = (tx: Tx, now: Date) => Promise<T>;
type Lock<L> = (tx: Tx) => Promise<L>;
type ActOnLocked<L, T> = (tx: Tx, now: Date, locked: L) => Promise<T>;

const scopes = new AsyncLocalStorage<Scope>();

/** One READ COMMITTED transaction in the caller's practice. With `lock`, time is read after its rows are locked. */
export function inPractice<T>(ctx: Context, act: Act<T>): Promise<T>;
export function inPractice<L, T>(ctx: Context, lock: Lock<L>, act: ActOnLocked<L, T>): Promise<T>;
export function inPractice<L, T>(
  ctx: Context,
  ...beats: [Act<T>] | [Lock<L>, ActOnLocked<L, T>]
): Promise<T> {
  if (beats.length === 1) return inTransaction("read write", ctx, beats[0]);
  const [lock, act] = beats;
  return inTransaction("read write", ctx, async (tx, _, clock) => {
    const locked = await lock(tx);
    return act(tx, await clock(), locked);
  });
}

/** As `inPractice`, but READ ONLY: it cannot write and need not record. */
export function readPractice<T>(ctx: Context, read: Act<T>): Promise<T> {
  return inTransaction("read only", ctx, read);
}

/** As `readPractice`, for what one page shows: however many of its parts ask the same, it is asked once. */
export function readPage<T>(ctx: Context, read: Act<T>): Promise<T> {
  return inTransaction("read only", ctx, read, true);
}

/** A transaction outside every practice, for `lib/auth` alone: any table of a practice refuses it. */
export function inSignIn<T>(act: Act<T>): Promise<T> {
  return inTransaction("read write", null, act);
}

/** A READ ONLY look across practices: it reaches the functions of schema `work` and no table of a practice. */
export function lookAcross<T>(look: Act<T>): Promise<T> {
  return inTransaction("read only", null, look);
}

/** As `lookAcross`, but it may set right what is owed. */
export function settleAcross<T>(settle: Act<T>): Promise<T> {
  return inTransaction("read write", null, settle);
}

/**
 * Acts while nobody else does under this name; null when somebody is at it. The claim is a transaction of its own
 * that holds no snapshot while `act` takes its time, and ends with its process, killed or not.
 * Each claim keeps one connection and needs another, so only few may stand at once.
 */
export async function whileClaimed<T>(name: string, act: () => Promise<T>): Promise<T | null> {
  try {
    const { result } = await database().begin("read only", async (handle) => {
      const [claim] = await handle<[{ got: boolean }]>`
        select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as got`;
      if (!claim.got) return { result: null };
      // Waiting is its purpose; and the question above keeps its snapshot until another statement is sent.
      await handle`set local idle_in_transaction_session_timeout = 0`;
      return { result: await act() };
    });
    return result;
  } catch (error) {
    throw databaseFault(error);
  }
}

async function inTransaction<T>(
  access: "read write" | "read only",
  ctx: Context | null,
  act: (tx: Tx, now: Date, clock: () => Promise<Date>) => Promise<T>,
  asksOnce = false,
): Promise<T> {
  if (scopes.getStore()?.open)
    throw new Error("A transaction is open already: pass its tx on instead of opening another.");
  const scope = { open: true };
  const body = async (handle: postgres.TransactionSql) => {
    const now = ctx ? await enterPractice(handle, ctx) : await readClock(handle);
    try {
      const tx = guardedTx(handle, scope, asksOnce);
      return await scopes.run(scope, () => act(tx, now, () => readClock(handle)));
    } finally {
      scope.open = false;
    }
  };
  try {
    const { result } = await database().begin(`isolation level read committed ${access}`, async (handle) => ({
      result: await body(handle),
    }));
    return result;
  } catch (error) {
    throw databaseFault(error);
  } finally {
    scope.open = false;
  }
}

async function enterPractice(handle: postgres.TransactionSql, ctx: Context): Promise<Date> {
  const [clock] = await handle<[Clock]>`
    select set_config('app.practice', ${ctx.practiceId}, true),
      floor(extract(epoch from clock_timestamp()) * 1000) as now`;
  return asTime(clock);
}

async function readClock(handle: postgres.TransactionSql): Promise<Date> {
  const [clock] = await handle<[Clock]>`select floor(extract(epoch from clock_timestamp()) * 1000) as now`;
  return asTime(clock);
}

type Clock = { now: string };

function asTime(clock: Clock): Date {
  return frozenNow() ?? new Date(Number(clock.now));
}
