import { startCluster } from "@/server/embedded/postgres";

/** A process for tests that starts PostgreSQL, says where, and lives until it is killed. */
const dir = process.argv[2];
if (!dir) throw new Error("Name the folder.");
const { port, adopted, superuserUrl } = await startCluster({ dir, settings: { fsync: "off" } });
process.stdout.write(`${JSON.stringify({ port, adopted, url: superuserUrl() })}\n`);
setInterval(() => {}, 60_000);
