import { existsSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** Any number, as long as every version of the program uses the same one. */
const migrationLock = 4_270_118_293;

/**
 * Applies the migrations that are new, and answers with their number. One migrator at a time: Drizzle's has
 * no lock of its own, and of two at once one would fail.
 */
export async function migrate(ownerUrl: string, folder = path.resolve("drizzle")): Promise<number> {
  if (!existsSync(path.join(folder, "meta", "_journal.json"))) return 0;
  // Behind a pooler nothing outlasts its transaction, neither a lock nor a statement with a name.
  const guard = postgres(ownerUrl, { max: 1, prepare: false, onnotice: () => {} });
  const sql = postgres(ownerUrl, { max: 1, prepare: false, onnotice: () => {} });
  try {
    return await guard.begin(async (claim) => {
      await claim`set local idle_in_transaction_session_timeout = 0`;
      await claim`select pg_advisory_xact_lock(${migrationLock})`;
      const before = await appliedMigrations(sql);
      await applyMigrations(drizzle(sql), { migrationsFolder: folder, migrationsSchema: "drizzle" });
      return (await appliedMigrations(sql)) - before;
    });
  } finally {
    await sql.end({ timeout: 5 });
    await guard.end({ timeout: 5 });
  }
}

async function appliedMigrations(sql: postgres.Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (!table?.name) return 0;
  const [row] = await sql`select count(*)::int as applied from drizzle.__drizzle_migrations`;
  return Number(row?.applied ?? 0);
}
