import { existsSync, readFileSync } from "node:fs";
import { postgresBinaries } from "@/server/postgres-binaries";
import type { ClusterFolder } from "@/server/postgres-folder";
import { type Finished, runToEnd } from "@/server/processes";

/** Told to the operator as it is. */
export class DatabaseWillNotStart extends Error {
  override name = "DatabaseWillNotStart";
}

export type PostgresProgram = {
  initdb(args: string[]): Promise<void>;
  pgCtl(args: string[], options?: { ifRunning?: boolean }): Promise<void>;
};

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is "nobody" to PostgreSQL and
 * still reaches its files, wherever they are; no system user is made and no file changes hands.
 */
const asNobody = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];

export async function postgresProgram(folder: ClusterFolder): Promise<PostgresProgram> {
  const { initdb, pgCtl } = postgresBinaries();
  const prefix = process.getuid?.() === 0 ? asNobody : [];
  const run = (program: string, args: string[]) => {
    const [command = program, ...rest] = [...prefix, program, ...args];
    return runToEnd(command, rest, { cwd: folder.root });
  };

  return {
    async initdb(args) {
      const result = await run(initdb, args);
      if (result.code !== 0)
        throw new DatabaseWillNotStart(`PostgreSQL could not be set up in ${folder.root}. ${reason(result)}`);
    },
    async pgCtl(args, { ifRunning = false } = {}) {
      const result = await run(pgCtl, args);
      if (result.code === 0) return;
      if (ifRunning && !existsSync(`${folder.data}/postmaster.pid`)) return;
      throw new DatabaseWillNotStart(
        `PostgreSQL in ${folder.root}: ${reason(result)} ${lastLines(folder.log)}`,
      );
    },
  };
}

function reason(result: Finished): string {
  return result.output.split("\n").slice(-3).join(" ");
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" ") : "";
}
