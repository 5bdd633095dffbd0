import { chownSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Finished, runToEnd } from "@/server/supervisor/processes";
import { nativeFolder, postgresBinaries } from "./postgres-binaries";
import type { ClusterFolder } from "./postgres-folder";
import { DatabaseWillNotStart, postgresIdentity } from "./postgres-identity";

export type PostgresProgram = {
  initdb(args: string[]): Promise<void>;
  pgCtl(args: string[], options?: { ifRunning?: boolean }): Promise<void>;
  /** Writes a file PostgreSQL can read and nobody else. */
  write(file: string, text: string): void;
};

export async function postgresProgram(folder: ClusterFolder): Promise<PostgresProgram> {
  const { initdb, pgCtl } = postgresBinaries();
  const { prefix, uid, gid } = await postgresIdentity(folder, nativeFolder());
  const run = (program: string, args: string[]) => {
    const [command = program, ...rest] = [...prefix, program, ...args];
    return runToEnd(command, rest, { cwd: folder.root, uid, gid });
  };

  return {
    async initdb(args) {
      const result = await run(initdb, args);
      if (result.code === 0) return;
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
    write(file, text) {
      writeFileSync(file, text, { mode: 0o600 });
      if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
    },
  };
}

function reason(result: Finished): string {
  return result.output.split("\n").slice(-3).join(" ");
}

function lastLines(log: string): string {
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" ") : "";
}
