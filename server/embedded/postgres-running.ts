import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { commandLine } from "@/server/supervisor/processes";
import type { ClusterFolder } from "./postgres-folder";
import { DatabaseWillNotStart } from "./postgres-identity";
import type { PostgresProgram } from "./postgres-program";

/**
 * The server that runs in this folder already, if it answers to our password; one that does not is stopped.
 * A pid file whose number now belongs to another program (a restarted machine or container) is cleared:
 * PostgreSQL itself would refuse to start over it.
 */
export async function runningServer(
  program: PostgresProgram,
  folder: ClusterFolder,
  password: string,
): Promise<{ port: number } | null> {
  const pidFile = path.join(folder.data, "postmaster.pid");
  if (!existsSync(pidFile)) return null;

  const [pid, data, , port] = readFileSync(pidFile, "utf8").split("\n");
  const command = pid ? await commandLine(Number(pid)) : null;
  if (command === null) return null;
  if (process.platform !== "win32" && !isServerOf(command, [data, folder.data])) {
    rmSync(pidFile);
    return null;
  }
  if (!data || !existsSync(data) || realpathSync(data) !== folder.data) {
    throw new DatabaseWillNotStart(
      `${pidFile} belongs to a PostgreSQL (process ${pid}) running in ${data || "another folder"}. Stop that one first.`,
    );
  }
  if (port && (await answers(Number(port), password, folder.data))) return { port: Number(port) };

  await program.pgCtl(["-D", folder.data, "-m", "fast", "-w", "-t", "30", "stop"], { ifRunning: true });
  return null;
}

function isServerOf(command: string, folders: (string | undefined)[]): boolean {
  if (!/\bpostgres(\.exe)?\s+-D\s/.test(command)) return false;
  return folders.some((folder) => folder !== undefined && folder !== "" && command.includes(folder));
}

async function answers(port: number, password: string, data: string): Promise<boolean> {
  const sql = postgres({
    host: "127.0.0.1",
    port,
    password,
    username: "postgres",
    database: "postgres",
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row !== undefined && realpathSync(row.folder) === data;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
