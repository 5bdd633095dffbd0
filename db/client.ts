import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

export type PoolOptions = { max?: number; applicationName?: string };

declare global {
  // Next bundles a module more than once into one process; the pool is one all the same.
  var candorPool: { url: string; sql: postgres.Sql } | undefined;
}

const patch = 1;
const timesOfTheDatabase = [1082, 1114, 1184];

/** A pool that connects when it is first used. Times come back from raw queries as text, from Drizzle as Date. */
export function connect(url: string, options: PoolOptions = {}): postgres.Sql {
  assertPatchedDriver();
  const sql = postgres(url, {
    max: options.max ?? 10,
    // Who is given another address to listen at stands behind a pooler, where the next transaction may find another
    // server that knows none of our statements by name.
    prepare: !process.env.DATABASE_LISTEN_URL,
    connect_timeout: 5,
    // The driver's own pause grows to 20 s, which the first visitor after an outage would wait out.
    backoff: (failures) => Math.min(0.05 * 2 ** failures, 0.25),
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? "candor",
      TimeZone: "UTC",
      DateStyle: "ISO, YMD",
    },
  });
  prepareForDrizzle(sql);
  return sql;
}

/** The pool of this process, on DATABASE_URL. Only `lib/in-practice.ts` and start-up checks ask for it. */
export function database(): postgres.Sql {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set.");
  if (globalThis.candorPool?.url !== url) globalThis.candorPool = { url, sql: connect(url) };
  return globalThis.candorPool.sql;
}

export async function closeDatabase(): Promise<void> {
  const pool = globalThis.candorPool;
  globalThis.candorPool = undefined;
  await pool?.sql.end({ timeout: 5 });
}

/** The bundled driver is asked, because a look at node_modules could find another copy than the one that runs. */
export function assertPatchedDriver(driver: object = postgres): void {
  if ("candorPatch" in driver && driver.candorPatch === patch) return;
  throw new Error(
    "The PostgreSQL driver lacks patches/postgres+3.4.9.patch, without which practices are not kept apart. Run: npx patch-package",
  );
}

/** Row-level security does not bind superusers, BYPASSRLS roles and (unless forced) owners: none of them may serve. */
export async function assertAppRole(sql: postgres.Sql): Promise<void> {
  const [role] = await sql<{ name: string; above: boolean; owns: boolean }[]>`
    select current_user as name,
      exists (select from pg_roles
        where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')) as above,
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'auth', 'work') and c.relkind in ('r', 'p', 'v', 'm', 'f')
          and pg_has_role(current_user, c.relowner, 'member')) as owns`;
  if (!role || role.above)
    throw new Error(
      `The role ${role?.name} of DATABASE_URL is, or can become, one that row security does not bind.`,
    );
  if (role.owns)
    throw new Error(
      `The role ${role.name} of DATABASE_URL owns tables, or can become their owner. Use candor_app.`,
    );
}

/** Through a pooler the process that answers is not the one that was greeted. */
export async function assertNoUnknownPooler(sql: postgres.Sql): Promise<void> {
  if (process.env.DATABASE_LISTEN_URL) return;
  const answer = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (answer[0]?.pid !== answer.state.pid)
    throw new Error(
      "DATABASE_URL leads through a pooler. Set DATABASE_LISTEN_URL to the address of PostgreSQL itself.",
    );
}

/** Drizzle wants times and JSON as text and says so by changing the client's options, once for all connections. */
function prepareForDrizzle(sql: postgres.Sql) {
  drizzle(sql);
  for (const type of timesOfTheDatabase)
    sql.options.serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
}
