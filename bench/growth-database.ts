import { rmSync } from "node:fs";
import path from "node:path";
import { closeDatabase } from "@/db/client";
import { migrate } from "@/server/embedded/migrate";
import { startCluster } from "@/server/embedded/postgres";
import { prepareDatabase } from "@/server/embedded/prepare-database";
import { setEnvironment } from "./installation";

const dir = path.resolve("bench/results/growth");
const passwords = { ownerPassword: "owner-of-growth", appPassword: "app-of-growth" };
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_wal_size: "4GB",
  shared_buffers: "1GB",
  autovacuum: "off",
};

/** A server of its own, that need not keep anything and does nothing by itself. */
export async function inGrowthDatabase<T>(act: (superuserUrl: string) => Promise<T>): Promise<T> {
  rmSync(dir, { recursive: true, force: true });
  const cluster = await startCluster({ dir, settings });
  const addressOf = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${cluster.port}/growth`;
  try {
    await prepareDatabase(cluster.superuserUrl(), { name: "growth", ...passwords });
    setEnvironment("http://127.0.0.1:3000");
    process.env.DATABASE_URL = addressOf("candor_app", passwords.appPassword);
    process.env.DATABASE_OWNER_URL = addressOf("candor_owner", passwords.ownerPassword);
    await migrate(process.env.DATABASE_OWNER_URL);
    return await act(cluster.superuserUrl("growth"));
  } finally {
    await closeDatabase();
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
