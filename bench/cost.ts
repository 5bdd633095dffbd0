import { readFileSync } from "node:fs";
import postgres from "postgres";
import { database } from "@/db/client";

export type Cost = { blocks: number; statements: number; "CPU ms": number };

/** What the database does for something: blocks touched and CPU, and the statements it is sent. */
export async function costOf(superuserUrl: string, act: () => Promise<unknown>): Promise<Cost> {
  // From another database, so that what is counted is not the counting.
  const url = new URL(superuserUrl);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const counts = postgres(url.href, { max: 1, onnotice: () => {} });
  const blocks = async () => {
    const [row] =
      await counts`select blks_hit + blks_read as blocks from pg_stat_database where datname = ${name}`;
    return Number(row?.blocks);
  };
  const { options } = database();
  let statements = 0;
  try {
    const before = { cpu: await settled(), blocks: await blocks() };
    options.debug = () => {
      statements += 1;
    };
    await act();
    options.debug = false;
    const cpu = await settled();
    return { statements, "CPU ms": cpu - before.cpu, blocks: (await blocks()) - before.blocks };
  } finally {
    options.debug = false;
    await counts.end();
  }
}

/** Has every connection of the pool hand in its counts, and says how many milliseconds of CPU they have used. */
async function settled(): Promise<number> {
  const sql = database();
  const all = await Promise.all(Array.from({ length: sql.options.max }, () => sql.reserve()));
  const used = await Promise.all(
    all.map(async (one) => {
      const [row] = await one`select pg_backend_pid() as pid, pg_stat_force_next_flush()`;
      one.release();
      return cpuOf(Number(row?.pid));
    }),
  );
  return used.reduce((sum, one) => sum + one, 0);
}

/** Only Linux counts it so finely; elsewhere, and beside a database on another machine, there is none to tell. */
function cpuOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return 0;
  }
}
